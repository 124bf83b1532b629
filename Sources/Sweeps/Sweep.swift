import Backtesting
import Evaluation
import MarketData
import Signals
import Trading

/// One strategy with many parameter sets, on some instruments with an account each.
///
/// The plans of a batch of cells are one plan, so that what several cells compute is computed once.
/// Each cell takes the fastest path that has the session's result.
public struct Sweep: Sendable {
    /// The cells that are computed together: what they share is computed once, and their decisions
    /// lie in memory at the same time.
    public static let batchCount = 512
    /// The instruments that are: as many as the evaluator has lanes.
    private static let marketCount = 8

    private let type: any Strategy.Type
    private let terms: @Sendable (Plan.Target) throws -> TradingRules
    private let markets: [SweepMarket]

    /// A sweep.
    ///
    /// - Parameters:
    ///   - type: the strategy.
    ///   - subjects: the instruments, at least one, each beside what the strategy reads.
    ///   - terms: the rules of trading for a cell's target.
    public init(
        _ type: any Strategy.Type, on subjects: [Subject],
        terms: @escaping @Sendable (Plan.Target) throws -> TradingRules
    ) {
        precondition(!subjects.isEmpty, "a sweep without an instrument")
        (self.type, self.terms) = (type, terms)
        markets = subjects.map(SweepMarket.init)
    }

    /// The instruments.
    public var symbolCount: Int { markets.count }

    /// Computes some cells.
    ///
    /// What comes out depends on nothing but the cells: not on which others are computed with them,
    /// nor on threads.
    ///
    /// - Parameter settings: the parameters of each cell, by name.
    /// - Returns: the figures of each, and the paths that were taken.
    /// - Throws: where a parameter is none of the strategy's, or outside its range.
    public func run(_ settings: [[String: String]]) throws -> SweepBatch {
        let plan = Plan(try settings.map { try type.init(setting: $0) })
        let rules = try plan.targets.map(terms)
        let evaluator = ColumnarEvaluator(plan)
        var batch = SweepBatch(count: settings.count)
        let crossings = CrossingGroup.groups(plan, rules)
        for start in stride(from: 0, to: markets.count, by: Self.marketCount) {
            let eight = markets[start..<min(start + Self.marketCount, markets.count)]
            // Which cells of each market are left for their decisions.
            let left = eight.map { market in
                Set(settings.indices).subtracting(
                    crossings.filter { market.takesCrossings($0.rules) }.flatMap(\.cells))
            }
            let deciding = zip(eight, left).filter { !$0.1.isEmpty }.map(\.0)
            var decisions = evaluator.decisions(for: deciding.map(\.subject.history))[...]
            for (market, left) in zip(eight, left) {
                for group in crossings where market.takesCrossings(group.rules) {
                    market.run(group, evaluator, into: &batch)
                }
                guard !left.isEmpty, let columns = decisions.popFirst() else { continue }
                let cells = left.sorted().map { place in
                    SweepCell(
                        place, columns[place], plan.targets[place], rules[place],
                        rows: market.subject.rows)
                }
                market.run(cells, into: &batch)
            }
        }
        return batch
    }
}
