import Signals
import Trading

/// A rule that is long from where one column crosses above another to where it crosses below.
struct CrossingRule {
    /// The node that crosses.
    let first: Int
    /// The node that is crossed.
    let second: Int

    /// The rule of a target; nil where it is another one, or takes values of each decision.
    init?(_ plan: Plan, _ target: Plan.Target) {
        guard let long = target.long, target.short == nil, target.values.isEmpty,
            let up = Self.begun(plan, long.enter), let down = Self.begun(plan, long.exit),
            up[0] == down[1], up[1] == down[0],
            up.allSatisfy({ plan.nodes[$0].frame == .own && !plan.nodes[$0].isCondition })
        else { return nil }
        (first, second) = (up[0], up[1])
    }

    /// The inputs of the comparison whose beginning a node is; nil for another node.
    private static func begun(_ plan: Plan, _ node: Int) -> [Int]? {
        guard case .begins = plan.nodes[node].operation else { return nil }
        let compared = plan.nodes[plan.nodes[node].inputs[0]]
        guard case .greater = compared.operation, compared.frame == .own else { return nil }
        return compared.inputs
    }
}

/// The cells of a batch that follow crossings under the same terms.
struct CrossingGroup {
    /// Their terms.
    let rules: TradingRules
    /// Their places in the batch.
    private(set) var cells: [Int] = []
    /// The rule of each.
    private(set) var crossings: [CrossingRule] = []

    /// The groups of a plan's targets, in the order of their first cells.
    static func groups(_ plan: Plan, _ rules: [TradingRules]) -> [CrossingGroup] {
        var groups: [CrossingGroup] = []
        var places: [TradingRules: Int] = [:]
        for (cell, target) in plan.targets.enumerated() {
            guard let crossing = CrossingRule(plan, target) else { continue }
            let place = places[rules[cell]] ?? groups.count
            if place == groups.count {
                groups.append(CrossingGroup(rules: rules[cell]))
                places[rules[cell]] = place
            }
            groups[place].cells.append(cell)
            groups[place].crossings.append(crossing)
        }
        return groups
    }
}
