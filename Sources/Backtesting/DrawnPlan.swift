import Signals

/// What of a plan is worth a line in a chart: the numbers that its conditions compare, its stop
/// and its target.
public struct DrawnPlan: Sendable {
    /// A line of a chart.
    public struct Line: Sendable {
        /// The node that it shows.
        public let node: Int
        /// The node in words.
        public let label: String
        /// `price`, or the label of the first line of the panel.
        public let panel: String
    }

    /// The lines, in the order of the plan's conditions.
    public private(set) var lines: [Line] = []
    /// The plan's conditions in words.
    public private(set) var rules: [RuleText] = []
    private let plan: Plan

    /// The drawing of a plan's first target.
    public init(_ plan: Plan) {
        self.plan = plan
        // What every page says of the account already, is no rule.
        for line in TargetText(plan).lines where line.wish != "size" || line.node != nil {
            let drawn = line.node.map { node in
                plan.nodes[node].isCondition ? compared(by: node) : [self.line(node, beside: [])]
            }
            rules.append(
                RuleText(
                    wish: line.wish, text: line.text, drawn: (drawn ?? []).compactMap(\.self)))
        }
    }

    /// The lines below a condition; those that are compared share a panel.
    private mutating func compared(by node: Int) -> [Int?] {
        let inputs = plan.nodes[node].inputs
        guard !inputs.contains(where: { !plan.nodes[$0].isCondition }) else {
            return inputs.map { line($0, beside: inputs) }
        }
        var found: [Int?] = []
        for input in inputs {
            for line in compared(by: input) where !found.contains(line) { found.append(line) }
        }
        return found
    }

    /// The index of a number's line; nil for a price itself, which the candles show, and for what
    /// would only be a level line without anything near it.
    private mutating func line(_ node: Int, beside others: [Int]) -> Int? {
        if isField(node) && plan.unit(ofNode: node) == .price { return nil }
        let panel = self.panel(node, beside: others)
        if let level = constant(node) {
            let standsAlone = others.allSatisfy { constant($0) != nil }
            if standsAlone || panel == "price" && level <= 0 { return nil }
        }
        let label = plan.words(ofNode: node)
        if let index = lines.firstIndex(where: { $0.label == label && $0.panel == panel }) {
            return index
        }
        lines.append(Line(node: node, label: label, panel: panel))
        return lines.count - 1
    }

    private func panel(_ node: Int, beside others: [Int]) -> String {
        let all = others.isEmpty ? [node] : others
        if all.contains(where: { plan.unit(ofNode: $0) == .price }) { return "price" }
        let known = all.lazy.compactMap { other in
            self.lines.first { $0.node == other && $0.panel != "price" }?.panel
        }.first
        let first = all.first { constant($0) == nil } ?? node
        return known ?? plan.words(ofNode: first)
    }

    private func isField(_ node: Int) -> Bool { plan.nodes[node].label.hasPrefix("field ") }
    /// The value of a constant; nil for other nodes.
    private func constant(_ node: Int) -> Double? {
        let words = plan.nodes[node].label.split(separator: " ")
        return words.count == 2 && words[0] == "constant" ? Double(words[1]) : nil
    }
}
