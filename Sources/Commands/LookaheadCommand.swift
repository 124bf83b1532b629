import ArgumentParser
import Backtesting
import Evaluation
import MarketData
import Reporting
import Signals

/// `finstage lookahead STRATEGY`
struct LookaheadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lookahead",
        abstract: "Proves that no node of a strategy knows what closes later.",
        discussion: """
            Examples:
              finstage lookahead SmaCross
              finstage lookahead PairsSpread --symbol META --cuts 100 --json

            At each cut everything that closes later, of every instrument that the rule reads, is
            made unknown, and once more made absurd; later splits are forgotten. Every node must
            keep its bits up to the cut. Status 1 at the first that does not.
            """)

    @OptionGroup var study: StudyOptions
    @Option(help: "How many cuts, spread over the history; as many as bars for every close.")
    var cuts = 16
    @Flag(help: "One JSON document on standard output.") var json = false
    @OptionGroup(title: "Selection") var selection: SelectionOptions

    func validate() throws {
        if cuts < 1 { throw wrongWords("--cuts must be ≥ 1, was \(cuts)") }
    }

    func run() throws {
        let (strategy, plan) = try study.plan(over: selection)
        let name = type(of: strategy).name
        let isClean = try reportingFailure {
            let research = try Research(reading: selection, isQuiet: true)
            let subjects = try research.subjects()
            let readable = try research.subjects(subjects, for: plan)
            let trials = trials(plan, readable)
            let texts = zip(trials, subjects).map {
                LookaheadText($0, plan, $1, strategy: name)
            }
            if json {
                Terminal.result(JSONValue.array(texts.map(\.json)).document)
            } else {
                for text in texts { Terminal.result(text.text) }
            }
            return trials.allSatisfy { $0.difference == nil }
        }
        if !isClean { throw ExitCode(1) }
    }

    private func trials(
        _ plan: Plan, _ subjects: [Subject]
    ) -> [PoisonTrial] {
        guard !plan.isCrossSectional else {
            return PoisonTrial.trials(plan, on: subjects, cutCount: cuts)
        }
        return subjects.map { subject in
            PoisonTrial(plan, rows: subject.rows, cutCount: cuts) { known, isAbsurd in
                guard let known else { return subject.history }
                return subject.history.poisoned(after: known, isAbsurd: isAbsurd)
            }
        }
    }
}

/// What a trial by poison found, for people and for programs.
private struct LookaheadText {
    let trial: PoisonTrial
    let plan: Plan
    let subject: Subject
    let strategy: String

    init(_ trial: PoisonTrial, _ plan: Plan, _ subject: Subject, strategy: String) {
        (self.trial, self.plan, self.subject, self.strategy) = (trial, plan, subject, strategy)
    }

    var text: String {
        let head = "\(strategy) \(subject.symbol): "
        guard let difference = trial.difference else {
            return head + "\(counted(trial.nodeCount, "node")) × "
                + "\(counted(trial.cuts.count, "cut")) × 2 poisons, "
                + "\(counted(trial.valueCount, "value")) equal to the bit"
        }
        return head + "node \(difference.node), \(plan.words(ofNode: difference.node)), is "
            + "\(ValueText.text(difference.values.honest)) on "
            + "\(subject.sessionDate(ofRow: difference.row)) and "
            + "\(ValueText.text(difference.values.poisoned)) when what closes after "
            + "\(subject.sessionDate(ofRow: difference.cut)) is \(difference.poison): it knows "
            + "the future"
    }

    var json: JSONValue {
        .object([
            .init("strategy", .text(strategy)), .init("symbol", .text(subject.symbol)),
            .init("node_count", .integer(trial.nodeCount)),
            .init(
                "cuts",
                .array(trial.cuts.map { .text("\(subject.sessionDate(ofRow: $0))") })),
            .init("value_count", .integer(trial.valueCount)),
            .init(
                "difference",
                trial.difference.map { difference in
                    .object([
                        .init("node", .integer(difference.node)),
                        .init("words", .text(plan.words(ofNode: difference.node))),
                        .init("session", .text("\(subject.sessionDate(ofRow: difference.row))")),
                        .init("cut", .text("\(subject.sessionDate(ofRow: difference.cut))")),
                        .init("poison", .text(difference.poison)),
                        .init("honest", JSONValue(difference.values.honest)),
                        .init("poisoned", JSONValue(difference.values.poisoned)),
                    ])
                } ?? .null),
        ])
    }
}
