import Backtesting
import Evaluation
import Signals
import Trading
import Validation

/// A strategy that is about to run: its plan, its terms, and what was asked for.
struct PlannedRun: Sendable {
    let strategy: any Strategy
    let plan: Plan
    let rules: TradingRules
    /// True where all instruments share one account.
    let isPooled: Bool
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
            let results = try plan.results(
                readable[index], benchmark, stamp: stamp, sparesOthers: sparesOthers)
            if !sparesOthers { plan.warn(readable[index], results) }
            return (plan, results)
        }.filter { !$0.1.isEmpty }
    }

    /// Says what makes a result mean less than it seems to.
    private func warn(_ subjects: [Subject], _ results: [RunResult]) {
        let name = plan.targets[0].name
        guard isPooled else {
            if rules.limits.maxPositions != nil || plan.targets[0].rank != nil {
                Terminal.note(
                    "warning: maxPositions and rank of \(name) play no part in an account of one "
                        + "symbol; --portfolio gives it one account for all")
            }
            return warnOfUnknown(subjects, results)
        }
        if results.allSatisfy(\.orders.isEmpty) {
            Terminal.note(
                "warning: \(name) traded nothing: no entry was true, or no weight was known")
        }
        guard rules.sizing == .allIn, subjects.count > 1 else { return }
        Terminal.note(
            "warning: \(name) puts all the cash into its first entry, and one "
                + "account has no more for the others; choose a size, such as --size equity:0.2")
    }

    /// Says where an entry is never true because something that it reads is never known: such a
    /// rule can do nothing, whatever the market does.
    private func warnOfUnknown(_ subjects: [Subject], _ results: [RunResult]) {
        let evaluator = ColumnarEvaluator(plan)
        let entries = TargetText(plan).lines.filter { $0.wish.hasPrefix("enter") }
        for (subject, result) in zip(subjects, results)
        where result.orders.isEmpty && subject.rows.upperBound > plan.lookback {
            let run = TracedRun(plan, rules, subject, evaluator: evaluator)
            for entry in entries {
                guard let node = entry.node.flatMap({ run.neverKnown(below: $0) }) else {
                    continue
                }
                let type = type(of: strategy)
                let place = StrategyChoice.place(of: type).map { "\($0): " } ?? ""
                Terminal.note(
                    "\(place)warning: \(type.name) on \(subject.symbol): \(entry.wish) is "
                        + "never true, as \(plan.words(ofNode: node)) is never known")
            }
        }
    }

    /// Runs every instrument, compared with a benchmark if there is one; without those that lack
    /// what the rule reads where it `sparesOthers`.
    func results(
        _ research: Research, _ subjects: [Subject], _ benchmark: Subject?, stamp: String,
        sparesOthers: Bool = false
    ) throws -> [RunResult] {
        let readable = try research.subjects(subjects, for: plan, sparesOthers: sparesOthers)
        return try results(readable, benchmark, stamp: stamp, sparesOthers: sparesOthers)
    }

    /// Nothing where the instruments cannot share an account, and nobody asked for this rule.
    private func results(
        _ subjects: [Subject], _ benchmark: Subject?, stamp: String, sparesOthers: Bool
    ) throws -> [RunResult] {
        do {
            return try run(subjects, benchmark, stamp: stamp)
        } catch let error as SubjectError where sparesOthers {
            Terminal.note("left out: \(plan.targets[0].name): \(error)")
            return []
        }
    }

    private func run(
        _ subjects: [Subject], _ benchmark: Subject?, stamp: String
    ) throws -> [RunResult] {
        let backtest = Backtest(plan, rules, settings: settings, stamp: stamp)
        guard isPooled else { return backtest.run(subjects, benchmark: benchmark) }
        return subjects.isEmpty
            ? [] : [try backtest.runPortfolio(subjects, benchmark: benchmark)]
    }

    /// What is tried on some instruments, for the ledger.
    func trial(_ subjects: [Subject]) -> Trial {
        Trial(
            plan: plan, parameters: strategy.parameters.map { ($0.name, $0.value) },
            subjects: subjects)
    }
}
