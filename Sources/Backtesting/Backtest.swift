import Digests
import Evaluation
import MarketData
import Signals
import Trading

/// One plan on many instruments, an independent account for each.
public struct Backtest: Sendable {
    /// The compiled rule; its first target is traded.
    public let plan: Plan
    /// The terms, with the target's stop, target and size.
    public let rules: TradingRules
    private let settings: RunSettings
    private let idPrefix: String

    /// A backtest.
    ///
    /// - Parameters:
    ///   - plan: the compiled rule.
    ///   - rules: the terms, already applied to the plan's target.
    ///   - settings: what was asked for, to stand in every result.
    ///   - stamp: `YYYYMMDD-HHMMSS` of the start, for the runs' ids.
    public init(_ plan: Plan, _ rules: TradingRules, settings: RunSettings, stamp: String) {
        (self.plan, self.rules, self.settings) = (plan, rules, settings)
        idPrefix = stamp
    }

    /// Runs every instrument. Results stand in the order of the subjects and share one id.
    ///
    /// - Parameters:
    ///   - subjects: the instruments.
    ///   - benchmark: what they are compared with; nil for buying and holding each.
    /// - Returns: one result for each.
    public func run(_ subjects: [Subject], benchmark: Subject? = nil) -> [RunResult] {
        let subjects = subjects.map { subject in
            benchmark.map { subject.compared(with: $0) } ?? subject
        }
        let histories = subjects.map(\.history)
        let evaluator = ColumnarEvaluator(plan)
        let decisions = evaluator.decisions(for: histories)
        let drawing = DrawnPlan(plan)
        let numbers = evaluator.numbers(of: drawing.lines.map(\.node), for: histories)
        let id = id(
            of: subjects.map { subject in
                RunIdentity.digest(plan, settings, subject.passport, symbol: subject.symbol)
                    .description
            })
        return subjects.indices.map { index in
            let subject = subjects[index]
            let account = Account(
                rules, subject.history, decisions[index][0], rows: subject.rows)
            return RunResult(
                id: id, plan: plan, settings: settings, subject: subject, account: account,
                rules: rules, drawing: drawing, numbers: numbers[index],
                benchmark: benchmark?.levels)
        }
    }

    /// Runs all instruments with one account.
    ///
    /// - Parameters:
    ///   - subjects: the instruments, at least one; their order does not matter.
    ///   - benchmark: what the account is compared with; nil for holding equal parts of all.
    /// - Returns: the account's result.
    /// - Throws: where the sessions of the instruments are not those of one calendar.
    public func runPortfolio(
        _ subjects: [Subject], benchmark: Subject? = nil
    ) throws(SubjectError) -> RunResult {
        for subject in subjects where subject.passport.calendar != subjects[0].passport.calendar {
            throw .otherCalendar(symbol: subject.symbol, first: subjects[0].symbol)
        }
        let decisions = ColumnarEvaluator(plan).decisions(for: subjects.map(\.history))
        let account = PortfolioAccount(rules, subjects, decisions.map { $0[0] })
        return RunResult(
            id: { passport in
                let digest = RunIdentity.digest(
                    plan, settings, passport, symbol: RunResult.portfolioSymbol)
                return id(of: [digest.description])
            }, plan: plan, settings: settings, portfolio: account, rules: rules,
            benchmark: benchmark)
    }

    /// The last four digits follow from what was run, so that equal ids mean equal runs.
    private func id(of digests: [String]) -> String {
        let digest = Digest(of: digests.joined(separator: "\n"))
        return "\(idPrefix)-\(plan.targets[0].name)-\(digest.description.prefix(4))"
    }
}
