import Evaluation
import MarketData
import Signals

extension PoisonTrial {
    /// Tries a plan that compares a universe on several of its members: the future of all of them
    /// is taken away once for each instant.
    ///
    /// - Parameters:
    ///   - plan: the compiled rule.
    ///   - subjects: members of one universe.
    ///   - cutCount: how many cuts there are for each, as for one instrument.
    /// - Returns: one trial for each subject.
    public static func trials(
        _ plan: Plan, on subjects: [Subject], cutCount: Int
    ) -> [PoisonTrial] {
        guard let universe = subjects.first?.history.universe else { return [] }
        let evaluator = ColumnarEvaluator(plan)
        let honest = subjects.map { evaluator.trace($0.history) }
        var trials = subjects.map {
            PoisonTrial(cuts: cuts(in: $0.rows, count: cutCount), nodeCount: plan.nodes.count)
        }
        /// Which subjects have a cut at which of their rows, by its instant.
        var cutsAt: [Timestamp: [(subject: Int, row: Int)]] = [:]
        for (index, trial) in trials.enumerated() {
            for cut in trial.cuts {
                let known = subjects[index].history.traded.closedAt[cut]
                cutsAt[known, default: []].append((index, cut))
            }
        }
        for (known, cuts) in cutsAt.sorted(by: { $0.key < $1.key }) {
            for isAbsurd in [false, true] {
                let open = cuts.filter { trials[$0.subject].difference == nil }
                guard !open.isEmpty else { continue }
                let poisoned = universe.poisoned(after: known, isAbsurd: isAbsurd)
                for (index, row) in open {
                    guard let place = universe.place(of: subjects[index].symbol) else { continue }
                    let history = poisoned.members[place].among(poisoned)
                    trials[index].compare(
                        honest[index], evaluator.trace(history), cut: row, isAbsurd: isAbsurd)
                }
            }
        }
        return trials
    }
}

extension Universe {
    /// The same members with nothing known of what closes after an instant, or all of it absurd.
    func poisoned(after known: Timestamp, isAbsurd: Bool) -> Universe {
        Universe(members.map { $0.poisoned(after: known, isAbsurd: isAbsurd) })
    }
}
