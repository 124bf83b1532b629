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
            + "\(stop)\(target) [\(shortKey(of: record))]"
    }

    /// The first eight digits of the key's digest: by them a second copy is known.
    private static func shortKey(of record: SignalRecord) -> String {
        Digest(of: record.key).bytes.prefix(4)
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
