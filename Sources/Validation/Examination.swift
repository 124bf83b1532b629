import Backtesting
import Evaluation
import MarketData
import Signals
import Trading

/// A strategy on its instruments, ready to be traded again under harder terms.
///
/// The plan is evaluated once, from the first stored bar: a decision depends on no later bar, so
/// that every window of rows finds the decisions of a rule that was warmed up before it.
public struct Examination: Sendable {
    /// The compiled rule; its first target is examined.
    public let plan: Plan
    /// The terms of trading.
    public let rules: TradingRules
    /// The instruments, an independent account for each.
    public let subjects: [Subject]
    /// What the accounts made together.
    public let traded: PooledReturns
    /// What buying and holding the instruments made.
    public let held: PooledReturns
    private let decisions: [DecisionColumns]

    /// Evaluates and trades a plan.
    ///
    /// - Parameters:
    ///   - plan: the compiled rule.
    ///   - rules: the terms, already applied to the plan's target.
    ///   - subjects: the instruments, at least one, beside those that the plan reads.
    public init(_ plan: Plan, _ rules: TradingRules, _ subjects: [Subject]) {
        precondition(!subjects.isEmpty, "an examination needs an instrument")
        (self.plan, self.rules, self.subjects) = (plan, rules, subjects)
        decisions = ColumnarEvaluator(plan).decisions(for: subjects.map(\.history)).map { $0[0] }
        let periods = Self.periodsPerYear(subjects)
        traded = Self.pooled(subjects, decisions, rules, periods) { $0.rows }
        held = PooledReturns(
            subjects.map { subject in
                PooledReturns.Curve(
                    times: subject.history.traded.times[subject.rows],
                    equity: subject.buyAndHold(cash: rules.cash), cash: rules.cash, tradeCount: 0)
            }, periodsPerYear: periods)
    }

    /// Two instruments that have the same prices at the same times: one series under two names,
    /// which would count twice. Nil where there are none.
    public static func twins(_ subjects: [Subject]) -> (String, String)? {
        guard subjects.count > 1 else { return nil }
        var known: [[UInt64]: String] = [:]
        for subject in subjects {
            let (bars, rows) = (subject.history.traded, subject.rows)
            let prices = bars.close.span.extracting(rows)
            var digest: [UInt64] = []
            for index in prices.indices {
                digest.append(UInt64(bitPattern: bars.times[rows.lowerBound + index].microseconds))
                digest.append(prices[index].bitPattern)
            }
            if let other = known.updateValue(subject.symbol, forKey: digest) {
                return (other, subject.symbol)
            }
        }
        return nil
    }

    /// The bars of a usual year of the instrument that has the most.
    private static func periodsPerYear(_ subjects: [Subject]) -> Double {
        subjects.map {
            let series = $0.history.traded
            return series.calendar.periodsPerYear(of: series.interval)
        }.max() ?? 1
    }

    /// The same decisions under other terms.
    func traded(under rules: TradingRules) -> PooledReturns {
        Self.pooled(subjects, decisions, rules, traded.periodsPerYear) { $0.rows }
    }

    /// The same decisions in some rows of each instrument: it begins flat, and what is still held
    /// is marked at the last close. Instruments without a row are left out; nil when none is left.
    func traded(in rows: (Subject) -> Range<Int>) -> PooledReturns? {
        let kept = subjects.indices.filter { !rows(subjects[$0]).isEmpty }
        guard !kept.isEmpty else { return nil }
        return Self.pooled(
            kept.map { subjects[$0] }, kept.map { decisions[$0] }, rules, traded.periodsPerYear,
            rows: rows)
    }

    /// Every decision one bar late.
    func tradedLate() -> PooledReturns {
        let curves = zip(subjects, decisions).map { subject, columns in
            let history = subject.history
            var account = Account(rules, rows: subject.rows)
            for row in subject.rows {
                let actions = history.actions(atRow: row)
                account.advance(
                    to: history.traded[row], actions: actions,
                    decision: Self.late(
                        columns, row, at: history.traded.closedAt[row],
                        isRebased: actions.contains(where: \.isSplit)))
            }
            return PooledReturns.Curve(account, subject, rules)
        }
        return PooledReturns(curves, periodsPerYear: traded.periodsPerYear)
    }

    /// The decision of the bar before. Its levels are on that bar's share basis: after a split
    /// they are unknown.
    private static func late(
        _ columns: DecisionColumns, _ row: Int, at time: Timestamp, isRebased: Bool
    ) -> Decision {
        guard row > 0 else { return Decision([], decidedAt: time) }
        let decision = columns.decision(row: row - 1, decidedAt: time)
        return isRebased ? Decision(decision.wishes, decidedAt: time) : decision
    }

    private static func pooled(
        _ subjects: [Subject], _ decisions: [DecisionColumns], _ rules: TradingRules,
        _ periodsPerYear: Double, rows: (Subject) -> Range<Int>
    ) -> PooledReturns {
        let curves = zip(subjects, decisions).map { subject, columns in
            let account = Account(rules, subject.history, columns, rows: rows(subject))
            return PooledReturns.Curve(account, subject, rules)
        }
        return PooledReturns(curves, periodsPerYear: periodsPerYear)
    }
}

extension PooledReturns.Curve {
    init(_ account: Account, _ subject: Subject, _ rules: TradingRules) {
        self.init(
            times: subject.history.traded.times[account.rows], equity: account.equity,
            cash: rules.cash, tradeCount: account.session.trades.count)
    }
}
