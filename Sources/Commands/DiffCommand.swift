import ArgumentParser
import Backtesting
import Evaluation
import MarketData
import Reporting
import Signals

/// `finstage diff A B`
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compares two strategies: nodes, rules and, on an instrument, decisions.",
        discussion: """
            Examples:
              finstage diff SmaCross EmaTriple
              finstage diff SmaCross GoldenCross --symbol AAPL
              finstage diff SmaCross SmaCross --param-b fast=20 --symbol AAPL --json

            Both become one graph, in which equal nodes exist once: what is shared costs nothing
            twice. With --symbol also the first bar on which they decide differently.
            """)

    @Argument(help: "A name of the catalogue.") var first: String
    @Argument(help: "Another one, or the same with other parameters.") var second: String
    @Option(help: "NAME=VALUE of a parameter of the first; repeatable.")
    var paramA: [String] = []
    @Option(help: "NAME=VALUE of a parameter of the second; repeatable.")
    var paramB: [String] = []
    @Flag(help: "One JSON document on standard output.") var json = false
    @OptionGroup(title: "Selection") var selection: SelectionOptions

    func run() throws {
        let strategies = try [(first, paramA), (second, paramB)].map { name, params in
            try StrategyChoice.instance(
                of: StrategyChoice.strategies(named: [name])[0], setting: params)
        }
        let difference = PlanDifference(Plan(strategies))
        try reportingFailure {
            var found: [DecisionDifference] = []
            if !selection.symbolList.isEmpty {
                let research = try Research(reading: selection, isQuiet: true)
                let subjects = try research.subjects(research.subjects(), for: difference.plan)
                found = subjects.map { DecisionDifference(difference.plan, $0) }
            }
            let text = DifferenceText(difference, found)
            json ? Terminal.result(text.json.document) : Terminal.text(text.text)
        }
    }
}
