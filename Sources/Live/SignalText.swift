import Database
import Digests
import MarketData
import Trading

/// The words of a signal.
enum SignalText {
    /// `AdxTrend MSFT: flat → long (enter-long), decided 2023-09-21T20:00:00Z at 23.04, stop 21.66
    /// if filled there [3f2a…]`. A level that hangs on the fill is told as of the close.
    static func text(of record: SignalRecord, _ lane: Lane) -> String {
        let instant = Timestamp(microseconds: record.decidedAt).text
        let price = record.price.map { " at \($0)" } ?? ""
        let rules = lane.promotion.rules
        let stop = words("stop", record.stop, rules.stop, rules.fill)
        let target = words("target", record.target, rules.target, rules.fill)
        let marks = [
            record.revision > 0 ? "corrected" : nil, record.isLate ? "late" : nil,
        ].compactMap(\.self).map { "[\($0)] " }.joined()
        return "\(marks)\(lane.name) \(record.symbol): "
            + "\(record.from) → \(record.to) (\(record.reason)), decided \(instant)\(price)"
            + "\(stop)\(target) [\(shortKey(of: record))]"
    }

    /// `[withdrawn] AdxTrend MSFT: flat → long (enter-long), decided 2023-09-21T20:00:00Z, no
    /// longer stands […]`.
    static func text(
        withdrawing old: SignalRecord, as record: SignalRecord, _ lane: Lane
    ) -> String {
        "[withdrawn] \(lane.name) \(old.symbol): \(old.from) → \(old.to) "
            + "(\(old.reason)), decided \(Timestamp(microseconds: old.decidedAt).text), no longer "
            + "stands [\(shortKey(of: record))]"
    }

    private static func words(
        _ name: String, _ price: Double?, _ level: TradingRules.Level, _ fill: TradingRules.Fill
    ) -> String {
        guard let price else { return "" }
        let isFixed = level == .price || fill == .sameClose
        // A level is computed; four decimals are as exact as its price.
        let told = price.magnitude < 1 ? price : (price * 10_000).rounded() / 10_000
        return ", \(name) \(told)" + (isFixed ? "" : " if filled there")
    }

    /// The first eight digits of the key's digest: by them a second copy is known.
    private static func shortKey(of record: SignalRecord) -> String {
        Digest(of: record.key).bytes.prefix(4)
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
