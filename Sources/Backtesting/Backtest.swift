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

    /// Runs every instrument. Results stand in the order of the subjects.
    public func run(_ subjects: [Subject]) -> [RunResult] {
        let decisions = ColumnarEvaluator(plan).decisions(for: subjects.map(\.history))
        let (text, fingerprint) = (plan.canonicalText, plan.fingerprint.description)
        return zip(subjects, decisions).map { subject, columns in
            let account = Account(rules, subject.history, columns[0], rows: subject.rows)
            return RunResult(
                id: id(of: subject), plan: text, planFingerprint: fingerprint,
                strategy: plan.targets[0].name, settings: settings, subject: subject,
                account: account, rules: rules)
        }
    }

    /// The last four digits follow from what was run, so that equal ids mean equal runs.
    private func id(of subject: Subject) -> String {
        let digest = RunIdentity.digest(plan, settings, subject.passport, symbol: subject.symbol)
        return "\(idPrefix)-\(plan.targets[0].name)-\(digest.description.prefix(4))"
    }
}
