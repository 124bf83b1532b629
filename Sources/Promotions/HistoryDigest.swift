import Digests
import MarketData

/// What a promotion was made on, in one number: the stored bars from one start through another,
/// and the corporate actions among them that the ledger books.
public struct HistoryDigest: Hashable, Sendable {
    /// The bars.
    public let count: Int
    /// The SHA-256 digest of calendar, interval, columns and actions, in hexadecimal digits.
    public let text: String

    /// The digest of a part of a history. Later bars and later actions change nothing.
    ///
    /// - Parameters:
    ///   - series: the bars as stored.
    ///   - actions: the actions that the prices do not contain yet.
    ///   - first: the start of the first bar that counts.
    ///   - last: the start of the last one.
    public init(
        of series: Series, actions: [CorporateAction], from first: Timestamp,
        through last: Timestamp
    ) {
        let begin = series.firstRow(notBefore: first)
        let end = series.firstRow(notBefore: Timestamp(microseconds: last.microseconds + 1))
        let rows = begin..<max(begin, end)
        count = rows.count
        let times = series.times[rows].map(\.microseconds)
        var parts = [
            series.calendar.name, "\(series.interval.microseconds)",
            Digest(hashing: times.span.bytes).description,
        ]
        for column in [series.open, series.high, series.low, series.close, series.volume] {
            parts.append(Digest(hashing: column.span.extracting(rows).bytes).description)
        }
        for action in actions where first < action.exDate && action.exDate <= last {
            parts.append("\(action.exDate.microseconds) \(action.kind)")
        }
        text = Digest(of: parts.joined(separator: "\n")).description
    }
}
