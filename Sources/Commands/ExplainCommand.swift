import ArgumentParser
import Backtesting
import MarketData
import Reporting
import Signals
import Trading

/// `finstage explain STRATEGY --symbol S --at DATE`
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tells why a strategy did at one bar what it did: every node, rule and order.",
        discussion: """
            Examples:
              finstage explain SmaCross --symbol AAPL --at 2020-08-31
              finstage explain AdxTrend --symbol MSFT --at 2015-06-03 --json

            Prices of nodes are adjusted for the splits known then; orders and levels are in the
            prices of that day. What is unknown says why: warm-up, or a missing value.
            """)

    @OptionGroup var study: StudyOptions
    @Option(help: "The session, YYYY-MM-DD (its last bar), or an instant; default: the last bar.")
    var at: String?
    @Flag(help: "One JSON document on standard output.") var json = false
    @OptionGroup(title: "Selection") var selection: SelectionOptions
    @OptionGroup(title: "Account") var account: AccountOptions

    func run() throws {
        guard !selection.symbolList.isEmpty else {
            throw wrongWords("--symbol names the instrument, such as --symbol AAPL")
        }
        let (strategy, plan) = try study.plan(over: selection)
        let rules = try account.rulesAlone(for: plan.targets[0])
        try reportingFailure {
            let research = try Research(reading: selection, isQuiet: true)
            let subjects = try research.subjects(research.subjects(), for: plan)
            let found = try subjects.map { subject in
                let row = try at.map { try subject.row(at: $0) } ?? subject.rows.upperBound - 1
                let run = TracedRun(plan, rules, subject)
                return ExplanationText(
                    Explanation(run, row: row), strategy: type(of: strategy).name, subject)
            }
            if json {
                let documents = found.map(\.json)
                let all = documents.count == 1 ? documents[0] : .array(documents)
                return Terminal.result(all.document)
            }
            Terminal.text(found.map(\.text).joined(separator: "\n"))
        }
    }
}
