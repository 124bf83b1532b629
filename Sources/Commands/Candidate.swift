import Backtesting
import ColumnStore
import MarketData
import Signals
import Synchronization
import Trading
import Validation

/// A strategy with its terms and instruments, before the gates.
package struct Candidate: Sendable {
    private let strategy: any Strategy
    private let plan: Plan
    private let rules: TradingRules
    private let subjects: [Subject]

    /// A candidate; the rules are applied to the plan's target, and the subjects read what the
    /// plan reads.
    package init(
        _ strategy: any Strategy, _ plan: Plan, _ rules: TradingRules, _ subjects: [Subject]
    ) {
        (self.strategy, self.plan, self.rules) = (strategy, plan, rules)
        self.subjects = subjects
    }

    /// True when there is nothing to run it on.
    package var isEmpty: Bool { subjects.isEmpty }

    /// What the gates say of each candidate. All are entered into the trial ledger first, so that
    /// no verdict knows of fewer trials than there were.
    package static func verdicts(
        on candidates: [Candidate], _ options: GateOptions, in store: Store, threads: Int,
        isQuiet: Bool
    ) throws -> [Verdict] {
        let (thresholds, usual) = (try options.parsedThresholds(), try GateThresholds())
        for candidate in candidates {
            if let (one, two) = Examination.twins(candidate.subjects) {
                throw ValidationError.sameBars(one, two)
            }
        }
        let total = candidates.count * Gate.all.count
        let progress = Mutex((Progress("gates", total: total, isQuiet: isQuiet), 0))
        let examinations = try Parallel.map(candidates.count, threads: threads) { index in
            let candidate = candidates[index]
            return Examination(candidate.plan, candidate.rules, candidate.subjects)
        }
        let ledger = TrialLedger(store.catalogue)
        for (candidate, examination) in zip(candidates, examinations) {
            try ledger.enter(
                candidate.trial, sharpes: [examination.traded.sharpe], at: WallClock.now())
        }
        let summary = try ledger.summary()
        let verdicts = try Parallel.map(candidates.count, threads: threads) { index in
            Verdict(
                examinations[index],
                parameters: Dictionary(
                    uniqueKeysWithValues: candidates[index].parameters.map { ($0.name, $0.value) }),
                ledger: summary, thresholds: thresholds, besides: usual, accepting: options.accepted
            ) {
                progress.withLock { state in
                    state.1 += 1
                    state.0.report(state.1)
                }
            }
        }
        progress.withLock { $0.0.finish() }
        for name in options.accepted
        where !verdicts.contains(where: { $0.accepted.contains(name) }) {
            Terminal.note("--accept \(name) is not needed: the gate passes")
        }
        return verdicts
    }

    private var parameters: [(name: String, value: String)] {
        strategy.parameters.map { ($0.name, $0.value) }
    }

    private var trial: Trial { Trial(plan: plan, parameters: parameters, subjects: subjects) }
}
