import Evaluation
import Signals
import Trading

extension SweepMarket {
    /// True where rules that follow crossings go from fill to fill, and one view of history holds
    /// from the first bar on, so that columns compare as the rule compares them.
    func takesCrossings(_ rules: TradingRules) -> Bool {
        let history = subject.history
        guard history.segments.count == 1, history.universe == nil, subject.rows.lowerBound == 0,
            let index = index(of: rules.fill)
        else { return false }
        return PathChooser.path(rules, index) == .events
    }

    /// Adds the outcomes of rules that follow the crossings of two columns: each column is computed
    /// once, and pairs are compared as small numbers.
    func run(
        _ group: CrossingGroup, _ evaluator: ColumnarEvaluator, into batch: inout SweepBatch
    ) {
        guard let index = index(of: group.rules.fill) else { return }
        var places: [Int: Int] = [:]
        for node in group.crossings.flatMap({ [$0.first, $0.second] }) where places[node] == nil {
            places[node] = places.count
        }
        let nodes = places.sorted { $0.value < $1.value }.map(\.key)
        let columns = evaluator.numbers(of: nodes, for: [subject.history])[0]
        let family = RankedFamily(
            values: columns.flatMap { $0.prefix(subject.rows.count) }, columns: columns.count)
        let isFree = group.rules.stop == .none && group.rules.target == .none
        var sweep = EventSweep(
            index, group.rules, periodsPerYear: periodsPerYear,
            table: isFree ? nil : StopTable(index, group.rules))
        let pairs = group.crossings.map {
            CrossingPair(places[$0.first] ?? 0, places[$0.second] ?? 0)
        }
        sweep.runCrossings(family, pairs[...]) { place, outcome in
            batch.figures[group.cells[place]].add(outcome)
        }
        batch.count(.events, times: pairs.count)
        batch.fallbacks += sweep.fallbacks
    }
}
