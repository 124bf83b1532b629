import ArgumentParser
import Backtesting
import Foundation
import MarketData
import Reporting
import Signals
import Synchronization
import Trading

/// `finstage backtest [STRATEGY…]`
struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Runs strategies over stored bars, and writes tables and pages.",
        discussion: """
            Examples:
              finstage backtest
              finstage backtest SmaCross --symbol AAPL,MSFT --param fast=20
              finstage backtest RsiReversal --from 2015-01-01 --fill same-close --json

            Without a name every strategy of the catalogue runs; without --symbol on every stored
            series. Each strategy and symbol has an account of its own.
            """)

    @Argument(help: "Names of the catalogue, such as SmaCross or sma-cross.")
    var strategies: [String] = []
    @Option(name: .customLong("param"), help: "NAME=VALUE of one strategy's parameter; repeatable.")
    var params: [String] = []
    @OptionGroup(title: "Selection") var selection: SelectionOptions
    @OptionGroup(title: "Account") var account: AccountOptions
    @OptionGroup(title: "Measures") var measures: MeasureOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() throws {
        let types = try StrategyChoice.strategies(named: strategies)
        if !params.isEmpty && types.count != 1 {
            throw wrongWords("--param sets a parameter of one strategy; name that strategy")
        }
        let rules = try types.map { type in
            let strategy = try StrategyChoice.instance(of: type, setting: params)
            let plan = Plan(strategy)
            return (strategy, plan, try account.rules(for: plan.targets[0]))
        }
        try reportingFailure { try run(rules) }
    }

    private func run(_ plans: [(any Strategy, Plan, TradingRules)]) throws {
        let subjects = try Research(selection, isQuiet: output.quiet).subjects()
        let stamp = WallClock.stamp()
        let folder = output.output ?? Research.reportFolder(stamp, strategies)
        let results = plans.map { strategy, plan, rules in
            Backtest(plan, rules, settings: settings(strategy, plan, rules), stamp: stamp).run(
                subjects)
        }
        try write(results, to: folder)
        let writer = ReportWriter(folder: folder)
        try show(ComparisonTable(Array(results.joined())), writer, folder)
    }

    /// Writes the files of every run and the page of every strategy: most of the time of a
    /// backtest, so on all processors.
    private func write(_ results: [[RunResult]], to folder: String) throws {
        let runs = Array(results.joined())
        let total = runs.count + results.count
        let progress = Mutex((Progress("reports", total: total, isQuiet: output.quiet), 0))
        try Parallel.forEach(total, threads: output.threadCount) { index in
            if index < results.count {
                try ReportWriter(folder: folder).writePage(results[index])
            } else {
                let run = runs[index - results.count]
                try ReportWriter(folder: Self.folder(of: run, in: folder)).write(run)
            }
            progress.withLock { state in
                state.1 += 1
                state.0.report(state.1)
            }
        }
        progress.withLock { $0.0.finish() }
    }

    private func show(_ table: ComparisonTable, _ writer: ReportWriter, _ folder: String) throws {
        try writer.write(table)
        if output.json {
            Terminal.result(table.json)
        } else if output.csv {
            Terminal.result(table.csv)
        } else {
            Terminal.result(table.text)
            Terminal.result("Results: \(folder)")
        }
    }

    private static func folder(of result: RunResult, in folder: String) -> String {
        folder + "/" + ReportWriter.fileName(result.strategy) + "/"
            + ReportWriter.fileName(result.symbol)
    }

    private func settings(
        _ strategy: any Strategy, _ plan: Plan, _ rules: TradingRules
    ) -> RunSettings {
        RunSettings(
            parameters: Dictionary(
                uniqueKeysWithValues: strategy.parameters.map { ($0.name, $0.value) }),
            adjusted: selection.adjusted, from: selection.from, to: selection.to,
            cash: rules.cash, size: account.size ?? plan.targets[0].size.canonicalForm,
            wholeShares: rules.isWholeUnits, commission: account.commission,
            slippage: account.slippage, fill: account.fill, preset: account.preset,
            command: CommandLineText.backtest(
                type(of: strategy).name, typed: strategies),
            riskFree: measures.riskFree, convention: measures.convention)
    }
}
