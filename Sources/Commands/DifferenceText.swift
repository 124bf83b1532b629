import Backtesting
import MarketData
import Reporting
import Trading

/// The difference of two strategies for people and for programs.
struct DifferenceText {
    private let difference: PlanDifference
    private let decisions: [DecisionDifference]

    init(_ difference: PlanDifference, _ decisions: [DecisionDifference]) {
        (self.difference, self.decisions) = (difference, decisions)
    }

    private var names: (first: String, second: String) {
        let targets = difference.plan.targets
        guard targets[0].name == targets[1].name else { return (targets[0].name, targets[1].name) }
        return ("\(targets[0].name) (A)", "\(targets[1].name) (B)")
    }

    /// The lines for a terminal, ended by `\n`.
    var text: String {
        var lines = [
            "A  \(names.first)", "B  \(names.second)", "",
            "Nodes shared: \(difference.shared.count)",
            "Nodes only in A: \(difference.onlyFirst.count)",
        ]
        lines += difference.onlyFirst.map { "  \(difference.plan.words(ofNode: $0))" }
        lines += ["Nodes only in B: \(difference.onlySecond.count)"]
        lines += difference.onlySecond.map { "  \(difference.plan.words(ofNode: $0))" }
        lines.append("")
        lines += difference.targets.isEmpty ? ["Both ask for the same."] : ["Rules that differ"]
        for (wish, first, second) in difference.targets {
            lines += ["  \(wish)", "    A: \(first ?? "none")", "    B: \(second ?? "none")"]
        }
        lines += decisions.map(line)
        return lines.map { $0 + "\n" }.joined()
    }

    private func line(_ found: DecisionDifference) -> String {
        guard let date = found.first, let words = Self.words(found) else {
            return "\(found.symbol): the same decisions on all \(counted(found.barCount, "bar"))"
        }
        return "\(found.symbol): decisions differ on \(found.rows.count) of "
            + "\(counted(found.barCount, "bar")), first on \(date): A \(words.first), "
            + "B \(words.second)"
    }

    /// What each decides on the first bar that differs: its wishes, and the numbers in which they
    /// differ, `enter long with weight 0.5`.
    private static func words(_ found: DecisionDifference) -> (first: String, second: String)? {
        guard let (one, other) = found.decisions else { return nil }
        func text(_ decision: Decision, _ against: Decision) -> String {
            let numbers = decision.differences(from: against).map { name, value in
                value.isNaN ? "no \(name)" : "\(name) \(ValueText.text(value))"
            }
            return decision.wishes.words
                + (numbers.isEmpty ? "" : " with " + numbers.joined(separator: ", "))
        }
        return (text(one, other), text(other, one))
    }

    var json: JSONValue {
        let words = { (nodes: [Int]) in
            JSONValue.array(nodes.map { .text(difference.plan.words(ofNode: $0)) })
        }
        return .object([
            .init("a", .text(difference.plan.targets[0].name)),
            .init("b", .text(difference.plan.targets[1].name)),
            .init("shared_node_count", .integer(difference.shared.count)),
            .init("only_a", words(difference.onlyFirst)),
            .init("only_b", words(difference.onlySecond)),
            .init(
                "rules",
                .array(
                    difference.targets.map { wish, first, second in
                        .object([
                            .init("wish", .text(wish)), .init("a", .text(first)),
                            .init("b", .text(second)),
                        ])
                    })),
            .init(
                "decisions",
                .array(
                    decisions.map { found in
                        .object([
                            .init("symbol", .text(found.symbol)),
                            .init("bar_count", .integer(found.barCount)),
                            .init("differing_bar_count", .integer(found.rows.count)),
                            .init("first_session", .text(found.first.map { "\($0)" })),
                            .init("a", .text(Self.words(found)?.first)),
                            .init("b", .text(Self.words(found)?.second)),
                        ])
                    })),
        ])
    }
}
