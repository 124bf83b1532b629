import Signals

/// What a compiled target asks for, in words.
public struct TargetText: Sendable {
    /// One thing that it asks for.
    public struct Line: Sendable, Hashable {
        /// `enter long`, `exit long`, `enter short`, `exit short`, `rebalance`, `stop`, `target`,
        /// `size`, `rank` or `limits`.
        public let wish: String
        /// What it says, as a quant writes it.
        public let text: String
        /// The node that gives its value, if one does.
        public let node: Int?
    }

    /// All that it asks for, in a fixed order; what it leaves out is not there.
    public let lines: [Line]

    /// The words of one target of a plan.
    public init(_ plan: Plan, target index: Int = 0) {
        let target = plan.targets[index]
        let sides = [
            ("enter long", target.long?.enter), ("exit long", target.long?.exit),
            ("enter short", target.short?.enter), ("exit short", target.short?.exit),
            ("rebalance", target.rebalance),
        ]
        var lines = sides.compactMap { wish, node in
            node.map { Line(wish: wish, text: plan.words(ofNode: $0), node: $0) }
        }
        for (wish, level) in [("stop", target.stop), ("target", target.target)] {
            if let text = Self.text(level, plan) {
                lines.append(Line(wish: wish, text: text, node: level.node))
            }
        }
        let weight = target.size.node
        let band = target.band > 0 ? ", within \(target.band) as it is" : ""
        let size = weight.map { "\(plan.words(ofNode: $0)) of the equity\(band)" }
        lines.append(
            Line(wish: "size", text: size ?? target.size.canonicalForm, node: weight))
        if let rank = target.rank {
            lines.append(Line(wish: "rank", text: plan.words(ofNode: rank), node: rank))
        }
        if !target.limits.words.isEmpty {
            lines.append(Line(wish: "limits", text: target.limits.words, node: nil))
        }
        self.lines = lines
    }

    /// The line of a wish; nil where the target has none.
    public func line(_ wish: String) -> Line? { lines.first { $0.wish == wish } }

    private static func text(_ level: Plan.Target.Level, _ plan: Plan) -> String? {
        func percent(_ fraction: Double) -> String { "\((fraction * 1e6).rounded() / 1e4) %" }
        return switch level {
        case .none: nil
        case .percent(let fraction): "\(percent(fraction)) from the entry price"
        case .distance(let node): "\(plan.words(ofNode: node)) from the entry price"
        case .price(let node): "at \(plan.words(ofNode: node))"
        case .trailingPercent(let fraction): "\(percent(fraction)) behind the best price"
        case .trailingDistance(let node):
            "\(plan.words(ofNode: node)) at the entry, behind the best price"
        case .chandelier(let node): "\(plan.words(ofNode: node)) behind the best price"
        }
    }
}
