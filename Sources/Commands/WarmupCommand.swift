import ArgumentParser
import Backtesting
import Evaluation
import Kernels
import MarketData
import Reporting
import Signals

/// `finstage warmup STRATEGY`
struct WarmupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warmup",
        abstract: "Shows from which bar each node is known, and what a later start changes.",
        discussion: """
            Examples:
              finstage warmup SmaCross --symbol AAPL
              finstage warmup MacdCross --symbol MSFT --json

            The plan states the lookback of each node; the history shows the first bar at which it
            was known. The same rule begun a quarter later shows how long a node remembers: a
            windowed one has the same bits soon, a settling one forgets as its kernels state, a
            cumulative one never does. Status 1 where a node does not keep its word.
            """)

    @OptionGroup var study: StudyOptions
    @Flag(help: "One JSON document on standard output.") var json = false
    @OptionGroup(title: "Selection") var selection: SelectionOptions

    func run() throws {
        let (strategy, plan) = try study.plan(over: selection)
        let name = type(of: strategy).name
        let isClean = try reportingFailure {
            let research = try Research(reading: selection, isQuiet: true)
            let found = try research.subjects(research.subjects(), for: plan).map { subject in
                WarmupText(
                    trial(plan, subject), plan, subject, strategy: name)
            }
            if json {
                Terminal.result(JSONValue.array(found.map(\.json)).document)
            } else {
                Terminal.text(found.map(\.text).joined(separator: "\n"))
            }
            return found.allSatisfy(\.trial.isClean)
        }
        if !isClean { throw ExitCode(1) }
    }

    private func trial(_ plan: Plan, _ readable: Subject) -> WarmUpTrial {
        let (history, start) = (readable.history, readable.history.count / 4)
        let first = history.traded.times[start]
        func later(_ history: AdjustedHistory) -> AdjustedHistory {
            let bars = history.traded
            let rest = bars.rows(bars.firstRow(notBefore: first)..<bars.count)
            return AdjustedHistory(rest, actions: history.booked, view: .splits)
                .reading(history.read)
        }
        let universe = history.universe.map { Universe($0.members.map(later)) }
        let shortened = universe.map { later(history).among($0) } ?? later(history)
        return WarmUpTrial(plan, whole: history, later: shortened, start: start)
    }
}

/// What a trial of the warm-up found, for people and for programs.
private struct WarmupText {
    let trial: WarmUpTrial
    let plan: Plan
    let subject: Subject
    let strategy: String

    init(_ trial: WarmUpTrial, _ plan: Plan, _ subject: Subject, strategy: String) {
        (self.trial, self.plan, self.subject, self.strategy) = (trial, plan, subject, strategy)
    }

    /// The lines for a terminal, ended by `\n`.
    var text: String {
        let start = subject.sessionDate(ofRow: trial.laterStart)
        let table = TextTable(
            head: [
                "Node", "Words", "Kind", "Lookback", "First known", "Same bits after",
                "Distance at the end",
            ],
            rows: trial.rows.map { row in
                [
                    "\(row.node)", plan.words(ofNode: row.node), Self.text(row.kind),
                    "\(row.lookback)", row.firstKnown.map { "\($0)" } ?? "never",
                    row.sameBitsAfter.map { "\($0) bars" } ?? "not by the end",
                    row.lastDistance.map { ValueText.text($0) } ?? "–",
                ]
            }, textColumns: 3)
        let complaints = trial.rows.compactMap { row in
            row.complaint.map { "Node \(row.node), \(plan.words(ofNode: row.node)): \($0)\n" }
        }
        return "\(strategy) on \(subject.symbol): known from bar \(plan.lookback) of "
            + "\(subject.history.count) by the plan; begun again on \(start)\n\n" + table.text
            + (complaints.isEmpty ? "" : "\n") + complaints.joined()
    }

    private static func text(_ kind: KernelKind) -> String {
        switch kind {
        case .windowed: "windowed"
        case .settling(let bars): "settling, \(bars) bars"
        case .cumulative: "cumulative"
        }
    }

    var json: JSONValue {
        .object([
            .init("strategy", .text(strategy)), .init("symbol", .text(subject.symbol)),
            .init("lookback_bars", .integer(plan.lookback)),
            .init("bar_count", .integer(subject.history.count)),
            .init("later_start_bar", .integer(trial.laterStart)),
            .init(
                "nodes",
                .array(
                    trial.rows.map { row in
                        .object([
                            .init("node", .integer(row.node)),
                            .init("words", .text(plan.words(ofNode: row.node))),
                            .init("kind", .text(Self.text(row.kind))),
                            .init("lookback_bars", .integer(row.lookback)),
                            .init(
                                "first_known_bar",
                                row.firstKnown.map { .integer($0) } ?? .null),
                            .init(
                                "same_bits_after_bars",
                                row.sameBitsAfter.map { .integer($0) } ?? .null),
                            .init("last_relative_distance", .number(row.lastDistance)),
                            .init("complaint", .text(row.complaint)),
                        ])
                    })),
        ])
    }
}
