import Signals

/// What a compiled target asks for, in words.
public struct TargetText: Sendable {
    /// One thing that it asks for.
    public struct Line: Sendable, Hashable {
        /// `enter long`, `exit long`, `enter short`, `exit short`, `stop`, `target` or `size`.
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
        ]
        var lines = sides.compactMap { wish, node in
            node.map { Line(wish: wish, text: plan.words(ofNode: $0), node: $0) }
        }
        for (wish, level) in [("stop", target.stop), ("target", target.target)] {
            if let text = Self.text(level, plan) {
                lines.append(Line(wish: wish, text: text, node: level.node))
            }
        }
        lines.append(Line(wish: "size", text: target.size.canonicalForm, node: nil))
        self.lines = lines
    }

    /// The line of a wish; nil where the target has none.
    public func line(_ wish: String) -> Line? { lines.first { $0.wish == wish } }

    private static func text(_ level: Plan.Target.Level, _ plan: Plan) -> String? {
        switch level {
        case .none: nil
        case .percent(let fraction): "\(fraction * 100) % from the entry price"
        case .distance(let node): "\(plan.words(ofNode: node)) from the entry price"
        case .price(let node): "at \(plan.words(ofNode: node))"
        }
    }
}
