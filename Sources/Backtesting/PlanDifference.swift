import Signals

/// What two strategies of one plan share, and what each has alone.
public struct PlanDifference: Sendable {
    /// The plan of both.
    public let plan: Plan
    /// The nodes that only the first reaches.
    public let onlyFirst: [Int]
    /// The nodes that only the second reaches.
    public let onlySecond: [Int]
    /// The nodes that both reach.
    public let shared: [Int]
    /// What the targets ask for differently; nil where one asks for nothing of the kind.
    public let targets: [(wish: String, first: String?, second: String?)]

    /// The difference of the first two targets of a plan.
    ///
    /// - Precondition: there are two.
    public init(_ plan: Plan) {
        precondition(plan.targets.count == 2, "two targets, were \(plan.targets.count)")
        self.plan = plan
        let reached = plan.targets.map { target in
            Self.reached(
                from: target.conditions + target.values, plan)
        }
        shared = reached[0].intersection(reached[1]).sorted()
        onlyFirst = reached[0].subtracting(reached[1]).sorted()
        onlySecond = reached[1].subtracting(reached[0]).sorted()
        let texts = [TargetText(plan, target: 0), TargetText(plan, target: 1)]
        var wishes = texts[0].lines.map(\.wish)
        wishes += texts[1].lines.map(\.wish).filter { !wishes.contains($0) }
        targets = wishes.compactMap { wish in
            let (one, other) = (texts[0].line(wish)?.text, texts[1].line(wish)?.text)
            return one == other ? nil : (wish, one, other)
        }
    }

    private static func reached(from nodes: [Int], _ plan: Plan) -> Set<Int> {
        var (open, seen) = (nodes, Set<Int>())
        while let node = open.popLast() {
            if seen.insert(node).inserted { open += plan.nodes[node].inputs }
        }
        return seen
    }
}
