import Database
import MarketData
import Promotions

extension Promotion {
    /// True when on every instrument the next bar would close after the expiry.
    ///
    /// - Parameter points: how far promotions have decided.
    /// - Returns: false while a bar of before the expiry may still come.
    public func hasDecidedAll(_ points: [CheckpointRecord]) -> Bool {
        manifest.universe.allSatisfy { instrument in
            let calendar = Calendar.named(instrument.calendar) ?? .continuous
            let schedule = BarSchedule(interval: interval, calendar: calendar)
            let point = points.first { $0.promotion == id && $0.symbol == instrument.symbol }
            return point.map { point in
                let next = schedule.expectedStart(after: Timestamp(microseconds: point.barTime))
                return schedule.closedAt(ofBarAt: next) > expires
            } ?? false
        }
    }
}
