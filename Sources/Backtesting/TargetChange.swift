import Evaluation
import MarketData
import Signals
import Trading

/// A strategy that changes its target at the last bar of an instrument, with the values behind it.
public struct TargetChange: Sendable {
    /// The strategy.
    public let strategy: String
    /// The instrument.
    public let symbol: String
    /// The session of the bar.
    public let session: CivilDate
    /// When the bar closed.
    public let decidedAt: Timestamp
    /// Its close, as traded.
    public let close: Double
    /// From, to, reason and levels.
    public let change: StanceChange
    /// The numbers that the rule compares, in words.
    public let values: [(words: String, value: TracedValue)]

    /// The changes of one plan, already applied to its terms, at the last row of each instrument.
    public static func all(
        of plan: Plan, _ rules: TradingRules, _ subjects: [Subject]
    ) -> [TargetChange] {
        guard !subjects.isEmpty else { return [] }
        let evaluator = ColumnarEvaluator(plan)
        let decisions = evaluator.decisions(for: subjects.map(\.history))
        return zip(subjects, decisions).compactMap { subject, columns in
            let row = subject.rows.upperBound - 1
            let (before, after) = TracedRun.sessions(rules, subject, columns[0], around: row)
            let series = subject.history.traded
            let decision = columns[0].decision(row: row, decidedAt: series.closedAt[row])
            let found =
                after.stanceChange(since: before.stanceMark)
                ?? StanceChange(rebalancing: decision, stance: after.stance)
            guard let change = found else { return nil }
            let values = evaluator.trace(subject.history)
            return TargetChange(
                strategy: plan.targets[0].name, symbol: subject.symbol,
                session: series.calendar.sessionDate(
                    ofBarAt: series.times[row], interval: series.interval),
                decidedAt: series.closedAt[row], close: series.close[row], change: change,
                values: plan.comparedNodes.map { (plan.words(ofNode: $0), values[$0][row]) })
        }
    }
}

extension StanceChange {
    /// A rebalancing that leaves the side as it is; nil where there is none.
    fileprivate init?(rebalancing decision: Decision, stance: Stance) {
        guard decision.wishes.contains(.rebalance), decision.weight.isFinite else { return nil }
        let percent = (decision.weight * 10_000).rounded() / 100
        self.init(from: stance, to: stance, reason: "rebalance to \(percent) % of the equity")
    }
}
