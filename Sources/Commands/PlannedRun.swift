import Backtesting
import Signals
import Trading

/// A strategy that is about to run: its plan, its terms, and what was asked for.
struct PlannedRun {
    let strategy: any Strategy
    let plan: Plan
    let rules: TradingRules
    let settings: RunSettings

    /// Runs every instrument, compared with a benchmark if there is one.
    func results(
        _ research: Research, _ subjects: [Subject], _ benchmark: Subject?, stamp: String
    ) throws -> [RunResult] {
        try Backtest(plan, rules, settings: settings, stamp: stamp)
            .run(research.subjects(subjects, for: plan), benchmark: benchmark)
    }
}
