import Database
import MarketData

/// What an import noticed of a series, as the store keeps it.
public struct SeriesFinding: Hashable, Sendable {
    /// The name of the kind, which never changes: a reason of an import such as `splitLike`, or
    /// `action` for a corporate action that is left out.
    public let kind: String
    /// The bar or the ex-date; nil when none is meant.
    public let date: Timestamp?
    /// The line in the source; 0 when none is meant.
    public let line: Int
    /// What was done about it: `set aside`, `merged`, `noted`, `left out` and so on.
    public let treatment: String
    /// The finding in one sentence, with its place and the remedy.
    public let text: String

    /// The name of a kind for corporate actions.
    public static let action = "action"

    /// A finding on an action that the prices contradict.
    init(_ finding: ActionFinding) {
        (kind, date, line) = (Self.action, finding.action.exDate, 0)
        (treatment, text) = ("left out", finding.description)
    }

    /// A finding from its record.
    init(_ record: FindingRecord) {
        (kind, date) = (record.kind, record.date.map { Timestamp(microseconds: $0) })
        line = Int(record.line)
        guard record.kind != Self.action, record.line > 0 else {
            (treatment, text) = ("left out", record.reason)
            return
        }
        let reason = ImportFinding.Reason.allCases.first { $0.name == record.kind }
        treatment = (reason?.treatment ?? .setAside).rawValue
        let column = record.column.isEmpty ? "" : ", column \(record.column)"
        text = "\(record.file):\(record.line)\(column): \"\(record.text)\": \(record.reason)"
    }
}
