import ArgumentParser
import Backtesting
import Reporting
import Signals

/// `finstage strategies …`
struct StrategiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strategies",
        abstract: "Lists, shows and draws the strategies of the catalogue.",
        discussion: """
            Examples:
              finstage strategies list
              finstage strategies show SmaCross
              finstage strategies graph SmaCross --svg sma.svg
            """,
        subcommands: [List.self, Show.self, StrategiesGraph.self], defaultSubcommand: List.self)

    /// `finstage strategies list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints every strategy with its parameters, defaults and ranges.",
            discussion: "Example: finstage strategies list --json")
        @Flag(help: "One JSON document on standard output.") var json = false

        func run() {
            if json {
                let all = StrategyChoice.all.map { StrategyText($0.init()).summary }
                return Terminal.result(
                    JSONValue.object([.init("strategies", .array(all))]).document)
            }
            for type in StrategyChoice.all {
                let parameters = type.init().parameters.map {
                    "\($0.name)=\($0.value) (\($0.range))"
                }
                Terminal.result("\(type.name)  \(parameters.joined(separator: "  "))")
            }
        }
    }

    /// `finstage strategies show NAME`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints a strategy: idea, parameters, rules in words, plan and nodes.",
            discussion: """
                Examples:
                  finstage strategies show SmaCross --param fast=20
                  finstage strategies show SmaCross --source
                """)

        @OptionGroup var study: StudyOptions
        @Flag(help: "Print the canonical text, as a promotion carries it.") var canonical = false
        @Flag(help: "Print the file of the strategy.") var source = false
        @Flag(help: "One JSON document on standard output.") var json = false

        func validate() throws {
            guard [canonical, source, json].count(where: \.self) <= 1 else {
                throw wrongWords("--canonical, --source and --json exclude each other; choose one")
            }
        }

        func run() throws {
            let (strategy, plan) = try study.plan()
            let text = StrategyText(strategy, plan)
            if canonical { return Terminal.result(plan.canonicalText) }
            if json { return Terminal.result(text.json.document) }
            guard source else { return Terminal.text(text.text) }
            try reportingFailure {
                guard let file = text.source else {
                    throw CommandFailure(
                        "Strategies/\(type(of: strategy).name).swift is not there; run finstage "
                            + "from its checkout, or set FINSTAGE_ROOT to it")
                }
                Terminal.text(file)
            }
        }
    }
}
