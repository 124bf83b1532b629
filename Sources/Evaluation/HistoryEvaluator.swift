import MarketData
import Signals
import Trading

/// Runs a plan bar by bar over one instrument's history, as live trading does.
///
/// When a split takes effect it starts again from the first bar on the history adjusted as of
/// that day, so its bits are those of the columns.
public struct HistoryEvaluator: ~Copyable {
    /// The history.
    public let history: AdjustedHistory
    /// The row that the last `advance` reached; −1 before the first.
    public private(set) var row = -1
    private var evaluator: IncrementalEvaluator
    private var segment = 0
    private let symbols: [String]
    /// The rows of other instruments that were given to the evaluator.
    private var otherCounts: [String: Int] = [:]

    /// An evaluator before the first bar.
    ///
    /// - Precondition: the history reads every other instrument of the plan.
    public init(_ plan: Plan, _ history: AdjustedHistory) {
        (self.history, symbols) = (history, plan.symbols)
        evaluator = Self.evaluator(plan, history, segment: 0)
    }

    /// Takes the next bar.
    ///
    /// - Precondition: there is one.
    public mutating func advance() {
        row += 1
        precondition(row < history.count, "the history has \(history.count) bars")
        if !history.segments[segment].rows.contains(row) { restart() }
        take(row)
    }

    /// What a target wants at the close of the last bar.
    public func decision(target: Int = 0) -> Decision {
        evaluator.decision(target: target, decidedAt: history.traded.closedAt[row])
    }

    /// The value of one node at the last bar.
    public func value(ofNode index: Int) -> TracedValue { evaluator.value(ofNode: index) }

    /// The evaluator behind the history, as it stands after the last bar: what live trading goes
    /// on with.
    public consuming func released() -> IncrementalEvaluator { evaluator }

    /// Replays the bars before the present one on the next segment's view.
    private mutating func restart() {
        segment += 1
        evaluator = Self.evaluator(evaluator.plan, history, segment: segment)
        otherCounts = [:]
        for earlier in 0..<row { take(earlier) }
    }

    /// Takes an own bar after all others that closed by its close.
    private mutating func take(_ row: Int) {
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

    private static func evaluator(
        _ plan: Plan, _ history: AdjustedHistory, segment: Int
    ) -> IncrementalEvaluator {
        let view = history.segments[segment]
        return IncrementalEvaluator(
            plan, view.series.schedule, others: view.others.mapValues(\.schedule))
    }
}
