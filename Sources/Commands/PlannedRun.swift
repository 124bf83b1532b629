import Backtesting
import Signals
import Trading
import Validation

/// A strategy that is about to run: its plan, its terms, and what was asked for.
struct PlannedRun {
    let strategy: any Strategy
    let plan: Plan
    let rules: TradingRules
    let settings: RunSettings

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
