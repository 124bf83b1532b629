import Backtesting
import MarketData
import Reporting
import Signals

/// A strategy for people and for programs: what its file says, and what its plan is.
struct StrategyText {
    private let strategy: any Strategy
    private let plan: Plan
    /// The text of its file; nil where there is none.
    let source: String?

    init(_ strategy: any Strategy, _ plan: Plan? = nil) {
        (self.strategy, self.plan) = (strategy, plan ?? Plan(strategy))
        source = StrategyChoice.source(of: type(of: strategy))
    }

    private var name: String { type(of: strategy).name }

    /// The documentation of the strategy in its file, a line each; empty where there is none.
    var documentation: [String] {
        guard let source else { return [] }
        let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let declaration = lines.firstIndex(where: { $0.contains("struct \(name)") }) else {
            return []
        }
        let above = lines[..<declaration].reversed()
            .drop { $0.hasPrefix("@") }.prefix { $0.hasPrefix("///") }
        return above.reversed().map { line in
            String(line.dropFirst(3).drop { $0 == " " && line.hasPrefix("/// ") })
        }
    }

    /// The lines for a terminal, ended by `\n`.
    var text: String {
        var lines = [name, ""] + documentation.map { "  \($0)" }
        if !documentation.isEmpty { lines.append("") }
        if !strategy.parameters.isEmpty { lines += ["Parameters"] }
        lines += strategy.parameters.map { "  \($0.name) = \($0.value)  (\($0.range))" }
        lines += ["", "Rules"]
        lines += TargetText(plan).lines.map { "  \($0.wish): \($0.text)" }
        lines += [
            "",
            "Plan: \(counted(plan.nodes.count, "node")), known from bar \(plan.lookback), "
                + "fingerprint \(plan.fingerprint)",
        ]
        lines += plan.nodes.enumerated().map { index, node in
            let inputs = node.inputs.map { "\($0)" }.joined(separator: ", ")
            let of = inputs.isEmpty ? "" : " of \(inputs)"
            let frame = node.frame == .own ? "" : " of \(node.frame)"
            return "  \(index)  \(node.label)\(of)  known from bar \(node.lookback)\(frame)"
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Name, idea and parameters.
    var summary: JSONValue { .object(head) }

    /// All that there is.
    var json: JSONValue {
        .object(
            head + [
                .init("documentation", .text(documentation.joined(separator: "\n"))),
                .init(
                    "rules",
                    .array(
                        TargetText(plan).lines.map { line in
                            .object([
                                .init("wish", .text(line.wish)), .init("words", .text(line.text)),
                                .init("node", line.node.map { .integer($0) } ?? .null),
                            ])
                        })),
                .init("lookback_bars", .integer(plan.lookback)),
                .init("fingerprint", .text(plan.fingerprint.description)),
                .init(
                    "nodes",
                    .array(
                        plan.nodes.enumerated().map { index, node in
                            .object([
                                .init("node", .integer(index)), .init("label", .text(node.label)),
                                .init("words", .text(plan.words(ofNode: index))),
                                .init("inputs", .array(node.inputs.map { .integer($0) })),
                                .init("frame", .text(node.frame.description)),
                                .init("lookback_bars", .integer(node.lookback)),
                            ])
                        })),
            ])
    }

    private var head: [JSONValue.Member] {
        [
            .init("name", .text(name)), .init("idea", .text(documentation.first)),
            .init(
                "parameters",
                .array(
                    strategy.parameters.map { parameter in
                        .object([
                            .init("name", .text(parameter.name)),
                            .init("value", .text(parameter.value)),
                            .init("range", .text(parameter.range)),
                        ])
                    })),
        ]
    }
}

extension JSONValue {
    /// Nothing.
    static var null: JSONValue { .text(nil) }
}
