import MarketData
import Signals

/// One instrument's bars through a plan, one at a time.
///
/// When a split takes effect it starts again from the first bar on the history adjusted as of
/// that day, so its bits are those of the columns. What a universe said at an earlier bar stays.
final class MemberPass {
    /// The row of the last bar that was taken; −1 before the first.
    private(set) var row = -1
    private(set) var evaluator: IncrementalEvaluator
    private let history: AdjustedHistory
    private let symbols: [String]
    private var segment = 0
    /// The rows of other instruments that were given to the evaluator.
    private var otherCounts: [String: Int] = [:]
    /// What the universe said at each row that was taken: `[crossing][row]`.
    private var said: [[Double]]

    /// A pass before the first bar.
    ///
    /// - Precondition: the history reads every other instrument of the plan.
    init(_ plan: Plan, _ history: AdjustedHistory) {
        (self.history, symbols) = (history, plan.symbols)
        evaluator = Self.evaluator(plan, history, segment: 0)
        said = evaluator.crossings.map { _ in [] }
    }

    /// When the next bar closes; nil after the last.
    var nextClose: Timestamp? {
        row + 1 < history.count ? history.traded.closedAt[row + 1] : nil
    }

    /// The start of the last bar that was taken.
    var time: Timestamp { history.traded.times[row] }

    /// Takes the next bar: all of the plan, or its first stage where a universe has a say.
    func advance() {
        row += 1
        precondition(row < history.count, "the history has \(history.count) bars")
        if !history.segments[segment].rows.contains(row) { restart() }
        take(row)
    }

    /// Runs a further stage at the last bar, with what the universe says.
    ///
    /// - Parameters:
    ///   - stage: from 1 on, in their order.
    ///   - values: what each crossing says, those of other stages ignored.
    func run(stage: Int, _ values: [Double]) {
        for (index, crossing) in evaluator.crossings.enumerated() where crossing.stage == stage {
            said[index].append(values[index])
        }
        run(stage: stage, at: row)
    }

    private func run(stage: Int, at row: Int) {
        for (index, crossing) in evaluator.crossings.enumerated() where crossing.stage == stage {
            evaluator.put(said[index][row], node: crossing.node)
        }
        evaluator.run(stage: stage)
    }

    /// Replays the bars before the present one on the next segment's view.
    private func restart() {
        segment += 1
        evaluator = Self.evaluator(evaluator.plan, history, segment: segment)
        otherCounts = [:]
        for earlier in 0..<row {
            take(earlier)
            for stage in 1..<evaluator.stageCount { run(stage: stage, at: earlier) }
        }
    }

    /// Takes an own bar after all others that closed by its close.
    private func take(_ row: Int) {
        let view = history.segments[segment]
        let closedAt = view.series.closedAt[row]
        for symbol in symbols {
            guard let other = view.others[symbol] else { continue }
            var count = otherCounts[symbol] ?? 0
            while count < other.count, other.closedAt[count] <= closedAt {
                evaluator.receive(other[count], of: symbol, closedAt: other.closedAt[count])
                count += 1
            }
            otherCounts[symbol] = count
        }
        evaluator.settle(at: closedAt)
        evaluator.advance(to: view.series[row], closedAt: closedAt)
    }

    /// The evaluator as it stands; the pass begins again.
    func release() -> IncrementalEvaluator {
        var fresh = Self.evaluator(evaluator.plan, history, segment: 0)
        swap(&fresh, &evaluator)
        return fresh
    }

    private static func evaluator(
        _ plan: Plan, _ history: AdjustedHistory, segment: Int
    ) -> IncrementalEvaluator {
        let view = history.segments[segment]
        return IncrementalEvaluator(
            plan, view.series.schedule, others: view.others.mapValues(\.schedule))
    }
}
