import Backtesting
import Signals
import Trading
import Validation

/// A strategy that is about to run: its plan, its terms, and what was asked for.
struct PlannedRun: Sendable {
    let strategy: any Strategy
    let plan: Plan
    let rules: TradingRules
    var settings: RunSettings

    /// The same with the command of another time in its results.
    func repeating(_ command: String) -> PlannedRun {
        var run = self
        run.settings.command = command
        return run
    }

    /// The results of several plans, in their order: the store is read by one thread, the plans
    /// run on several.
    static func results(
        of plans: [PlannedRun], _ research: Research, _ subjects: [Subject],
        _ benchmark: Subject?, stamp: String, sparesOthers: Bool, threads: Int
    ) throws -> [(plan: PlannedRun, results: [RunResult])] {
        let readable = try plans.map {
            try research.subjects(subjects, for: $0.plan, sparesOthers: sparesOthers)
        }
        return try Parallel.map(plans.count, threads: threads) { index in
            let plan = plans[index]
            let backtest = Backtest(
                plan.plan, plan.rules, settings: plan.settings, stamp: stamp)
            return (plan, backtest.run(readable[index], benchmark: benchmark))
        }.filter { !$0.1.isEmpty }
    }

    /// Runs every instrument, compared with a benchmark if there is one; without those that lack
    /// what the rule reads where it `sparesOthers`.
    func results(
        _ research: Research, _ subjects: [Subject], _ benchmark: Subject?, stamp: String,
        sparesOthers: Bool = false
    ) throws -> [RunResult] {
        let readable = try research.subjects(subjects, for: plan, sparesOthers: sparesOthers)
        return Backtest(plan, rules, settings: settings, stamp: stamp)
            .run(readable, benchmark: benchmark)
    }

    /// What is tried on some instruments, for the ledger.
    func trial(_ subjects: [Subject]) -> Trial {
        Trial(
            plan: plan, parameters: strategy.parameters.map { ($0.name, $0.value) },
            subjects: subjects)
    }
}
