import Database
import Digests
import MarketData

/// The words of a signal.
enum SignalText {
    /// `SmaCross AAPL: flat → long (enter-long), decided 2023-09-21T20:00:00Z at 173.93 [3f2a…]`.
    static func text(of record: SignalRecord, _ lane: Lane) -> String {
        let instant = Timestamp(microseconds: record.decidedAt).text
        let price = record.price.map { " at \($0)" } ?? ""
        let stop = record.stop.map { ", stop \($0)" } ?? ""
        let target = record.target.map { ", target \($0)" } ?? ""
        let marks = [
            record.isWithdrawn ? "withdrawn" : record.revision > 0 ? "corrected" : nil,
            record.isLate ? "late" : nil,
        ].compactMap(\.self).map { "[\($0)] " }.joined()
        return "\(marks)\(lane.promotion.manifest.strategy) \(record.symbol): "
            + "\(record.from) → \(record.to) (\(record.reason)), decided \(instant)\(price)"
            + "\(stop)\(target) [\(Digest(of: record.key).description.prefix(8))]"
    }
}
