import Backtesting
import Foundation
import Kernels
import MarketData
import Reporting
import Signals

/// A plan as a tree of words, each node with its lookback and, of a kernel, its cost.
struct PlanTree {
    private let plan: Plan
    private let costs: [Int: Double]

    /// The tree of a plan; equal kernels are measured once.
    init(_ plan: Plan) {
        self.plan = plan
        var known: [String: Double] = [:]
        var costs: [Int: Double] = [:]
        for (index, node) in plan.nodes.enumerated() {
            guard case .kernel(let kernel) = node.operation else { continue }
            let cost = known[kernel.identity] ?? kernel.nanosecondsPerBar()
            known[kernel.identity] = cost
            costs[index] = cost
        }
        self.costs = costs
    }

    /// The tree for a terminal, its lines ended by `\n`.
    func text(_ name: String) -> String {
        var seen: Set<Int> = []
        var lines = [
            "\(name): \(counted(plan.nodes.count, "node")), known from bar \(plan.lookback), "
                + "kernels \(cost(costs.values.reduce(0, +))) ns a bar"
        ]
        for line in TargetText(plan).lines {
            guard let node = line.node else {
                lines += ["", "\(line.wish): \(line.text)"]
                continue
            }
            lines += ["", line.wish]
            append(node, to: &lines, seen: &seen, indent: "", isLast: true)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func append(
        _ index: Int, to lines: inout [String], seen: inout Set<Int>, indent: String, isLast: Bool
    ) {
        let node = plan.nodes[index]
        let isKnown = !seen.insert(index).inserted && !node.inputs.isEmpty
        lines.append(
            indent + (isLast ? "└─ " : "├─ ") + "\(index)  \(plan.words(ofNode: index))"
                + (isKnown ? "  (as above)" : facts(index)))
        guard !isKnown else { return }
        let deeper = indent + (isLast ? "   " : "│  ")
        for (place, input) in node.inputs.enumerated() {
            append(
                input, to: &lines, seen: &seen, indent: deeper,
                isLast: place == node.inputs.count - 1)
        }
    }

    private func facts(_ index: Int) -> String {
        let node = plan.nodes[index]
        let parts = [
            node.lookback > 0 ? "from bar \(node.lookback)" : nil,
            costs[index].map { "\(cost($0)) ns a bar" },
        ].compactMap(\.self)
        return parts.isEmpty ? "" : "  [\(parts.joined(separator: ", "))]"
    }

    private func cost(_ nanoseconds: Double) -> String { String(format: "%.1f", nanoseconds) }

    /// The tree as JSON: the nodes with what they read, and what the target asks for.
    func json(_ name: String) -> JSONValue {
        .object([
            .init("strategy", .text(name)), .init("lookback_bars", .integer(plan.lookback)),
            .init(
                "nodes",
                .array(
                    plan.nodes.enumerated().map { index, node in
                        .object([
                            .init("node", .integer(index)),
                            .init("words", .text(plan.words(ofNode: index))),
                            .init("inputs", .array(node.inputs.map { .integer($0) })),
                            .init("lookback_bars", .integer(node.lookback)),
                            .init("cost_nanoseconds_per_bar", .number(costs[index])),
                        ])
                    })),
            .init(
                "target",
                .array(
                    TargetText(plan).lines.map { line in
                        .object([
                            .init("wish", .text(line.wish)), .init("words", .text(line.text)),
                            .init("node", line.node.map { .integer($0) } ?? .null),
                        ])
                    })),
        ])
    }
}
