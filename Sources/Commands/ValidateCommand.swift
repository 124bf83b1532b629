import ArgumentParser
import Backtesting
import Foundation
import MarketData
import Reporting
import Signals
import Trading
import Validation

/// `finstage validate STRATEGY…`
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Puts strategies through the gates, and writes the evidence.",
        discussion: """
            Examples:
              finstage validate SmaCross --symbol AAPL
              finstage validate SmaCross --param fast=20 --accept hindsight
              finstage validate --run Reports/20261130-0930-SmaCross-1a2b/SmaCross.run.yaml
              finstage validate --print-thresholds > mine.yaml
              finstage validate SmaCross --thresholds mine.yaml --json

            Each gate asks one question, and says value, threshold and why: windows that begin
            flat, enough trades, costs doubled, beside buying and holding, the probability of
            skill, every decision one bar late, instruments chosen with hindsight. The accounts of
            several symbols are judged by the mean of their returns. A page and a JSON file hold
            the evidence. Status 1 when a strategy is refused.
            """)

    @Argument(help: "Names of the catalogue; default: every strategy.")
    var strategies: [String] = []
    @Option(
        name: .customLong("run"),
        help: ArgumentHelp(
            "A run.yaml of a backtest; options typed beside it go before its own.",
            valueName: "file"))
    var runPath: String?
    @Flag(help: "Print the file with the thresholds and what they mean, to be changed.")
    var printThresholds = false
    @OptionGroup(title: "Parameters") var parameters: ParameterOptions
    @OptionGroup(title: "Gates") var gates: GateOptions
    @OptionGroup(title: "Selection") var selection: SelectionOptions
    @OptionGroup(title: "Account") var account: AccountOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() throws {
        if printThresholds { return Terminal.result(String(GateThresholds.defaultText.dropLast())) }
        if let runPath {
            let file = try reportingFailure { try RunFile(contentsOf: URL(filePath: runPath)) }
            guard strategies.isEmpty else {
                throw wrongWords("--run names the strategy; leave '\(strategies[0])' out")
            }
            let words = CommandLineText.arguments(
                of: file.withoutMeasures, typed: CommandLine.arguments)
            let command: Self = try file.command(words) { _ = try $0.plans() }
            return try command.validateAll()
        }
        try validateAll()
    }

    private typealias Planned = (strategy: any Strategy, plan: Plan, rules: TradingRules)

    /// The strategies with their plans and terms.
    private func plans() throws -> [Planned] {
        let types = try StrategyChoice.strategies(named: strategies)
        guard parameters.isEmpty || types.count == 1 else {
            throw wrongWords("--param sets a parameter of one strategy; name that strategy")
        }
        return try types.compactMap { type in
            let strategy = try parameters.instance(of: type)
            let plan = Plan(strategy)
            if types.count == 1 { try selection.checkUniverse(of: plan) }
            guard plan.targets[0].rebalance == nil else {
                let what = "\(type.name) holds weights in one account for all symbols, and the "
                guard strategies.isEmpty else {
                    throw wrongWords(what + "gates look at accounts of one symbol")
                }
                Terminal.note("left out: \(what)gates look at accounts of one symbol")
                return nil
            }
            return (strategy, plan, try account.rules(for: plan.targets[0]))
        }
    }

    private func validateAll() throws {
        let plans = try self.plans()
        let isPassed = try reportingFailure {
            let research = try Research(selection, isQuiet: output.quiet)
            let subjects = try research.subjects()
            let candidates = try plans.map { strategy, plan, rules in
                let readable = try research.subjects(
                    subjects, for: plan, sparesOthers: strategies.isEmpty)
                return Candidate(strategy, plan, rules, readable)
            }.filter { !$0.isEmpty }
            let verdicts = try Candidate.verdicts(
                on: candidates, gates, in: research.store, threads: output.threadCount,
                isQuiet: output.quiet)
            try show(verdicts, folder: folder(of: plans))
            return verdicts.allSatisfy(\.isPassed)
        }
        if !isPassed { throw ExitCode(1) }
    }

    private func show(_ verdicts: [Verdict], folder: String) throws {
        let writer = ReportWriter(folder: folder, options: output.reports)
        for verdict in verdicts { try writer.write(verdict) }
        let table = VerdictTable(verdicts)
        if output.json {
            Terminal.result(table.json)
        } else if output.csv {
            Terminal.result(table.csv)
        } else {
            Terminal.result(table.text(isColored: output.isColored, colors: output.colors))
            Terminal.result("Evidence: \(folder)")
        }
    }

    /// Where the evidence goes: a folder named by the strategy, where it is one.
    private func folder(of plans: [Planned]) -> String {
        let name = plans.count == 1 ? "-" + type(of: plans[0].strategy).name : ""
        return output.output ?? Research.reportFolder(WallClock.stamp(), ["validate" + name])
    }
}
