import Backtesting
import MarketData
import Reporting

/// What a scan found, for people and for programs.
struct ScanText {
    private let changes: [TargetChange]
    private let ruleCount: Int
    private let subjects: [Subject]

    init(_ changes: [TargetChange], ruleCount: Int, _ subjects: [Subject]) {
        (self.changes, self.ruleCount, self.subjects) = (changes, ruleCount, subjects)
    }

    /// The lines for a terminal, ended by `\n`.
    var text: String {
        let lines = changes.flatMap { one in
            let change = one.change
            let levels = [("stop", change.stop), ("target", change.target)].compactMap {
                name, value in value.map { ", \(name) \(ValueText.text($0))" }
            }
            return [
                "\(one.strategy) \(one.symbol) \(one.session): \(change.from.rawValue) → "
                    + "\(change.to.rawValue) (\(change.reason)) at \(ValueText.text(one.close))"
                    + levels.joined()
            ] + one.values.map { "  \($0.words) = \(ValueText.text($0.value))" }
        }
        return (lines + [summary]).map { $0 + "\n" }.joined()
    }

    private var summary: String {
        let sessions = Set(
            subjects.map { "\($0.sessionDate(ofRow: $0.rows.upperBound - 1))" }
        ).sorted()
        let named = sessions.count > 2 ? [sessions[0], sessions[sessions.count - 1]] : sessions
        return "\(counted(changes.count, "change")) of target: "
            + "\(counted(ruleCount, "strategy", plural: "strategies")), "
            + "\(counted(subjects.count, "instrument")), last bar of "
            + named.joined(separator: sessions.count > 2 ? " to " : " and ")
    }

    var json: JSONValue {
        .object([
            .init("strategy_count", .integer(ruleCount)),
            .init("symbols", .array(subjects.map { .text($0.symbol) })),
            .init("changes", .array(changes.map(Self.json))),
        ])
    }

    private static func json(_ one: TargetChange) -> JSONValue {
        .object([
            .init("strategy", .text(one.strategy)), .init("symbol", .text(one.symbol)),
            .init("session", .text("\(one.session)")),
            .init("decided_at", .text(one.decidedAt.text)), .init("close", .number(one.close)),
            .init("from", .text(one.change.from.rawValue)),
            .init("to", .text(one.change.to.rawValue)),
            .init("reason", .text(one.change.reason)), .init("stop", .number(one.change.stop)),
            .init("target", .number(one.change.target)),
            .init(
                "values",
                .object(one.values.map { .init($0.words, JSONValue($0.value)) })),
        ])
    }
}
