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

    /// An evaluator before the first bar.
    public init(_ plan: Plan, _ history: AdjustedHistory) {
        self.history = history
        evaluator = IncrementalEvaluator(plan, interval: history.traded.interval)
    }

    /// Takes the next bar.
    ///
    /// - Precondition: there is one.
    public mutating func advance() {
        row += 1
        precondition(row < history.count, "the history has \(history.count) bars")
        if !history.segments[segment].rows.contains(row) { restart() }
        evaluator.advance(to: history.segments[segment].series[row])
    }

    /// What a target wants at the close of the last bar.
    public func decision(target: Int = 0) -> Decision {
        evaluator.decision(target: target, decidedAt: history.traded.closedAt[row])
    }

    /// The value of one node at the last bar.
    public func value(ofNode index: Int) -> TracedValue { evaluator.value(ofNode: index) }

    /// Replays the bars before the present one on the next segment's view.
    private mutating func restart() {
        segment += 1
        let series = history.segments[segment].series
        evaluator = IncrementalEvaluator(evaluator.plan, interval: series.interval)
        for earlier in 0..<row { evaluator.advance(to: series[earlier]) }
    }
}
