import ArgumentParser
import Backtesting
import Commands
import Foundation
import MarketData
import Search
import Signals
import Sweeps
import Validation

/// `finstage sweep STRATEGY --param …`
struct SweepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep", abstract: "Backtests one strategy with many parameter sets.",
        discussion: """
            Examples:
              finstage sweep SmaCross --param fast=5...50:5 --param slow=20...200:10
              finstage sweep SmaCross --param fast=2...100 --param slow=3...300 \\
                  --constraint 'fast < slow' --method random --cells 5000 --symbol AAPL
              finstage sweep RsiReversal --param period=5...30 --objective sharpe,trade_count

            An axis is a value, a range with a step, or a list [5,10,20]; --dry-run says how many
            cells there are. Every symbol has an account of its own, and a cell's figures are the
            means of its symbols. The result is the same on any number of threads. The sweep enters
            the trial ledger as one grid: the best of many is worth less than it seems.
            """)

    @Argument(help: "A name of the catalogue, such as SmaCross, or a Swift file.")
    var strategy: String
    @Option(
        name: .customLong("param"),
        help: "NAME=VALUE, NAME=5...50:5 or NAME=[5,10]; repeatable, one for each axis.")
    var params: [String] = []
    @Option(
        name: .customLong("constraint"),
        help: "What a cell must meet, such as 'fast < slow'; repeatable.")
    var constraints: [String] = []
    @Option(help: "grid, random, latin-hypercube, sobol or tpe.") var method = "grid"
    @Option(help: "How many cells to visit; of a grid all.") var cells: Int?
    @Option(help: "Which of many samples.") var seed: UInt64 = 1
    @Option(
        help: """
            sharpe, total_return, max_drawdown, trade_count, exposure or fees, with max: or min: \
            before it; several by commas: the first ranks, all make the Pareto front.
            """)
    var objective = "sharpe_annualized"
    @Option(help: "How many of the best cells to print.") var top = 10
    @Flag(help: "Say how many cells and backtests there are, and run none.") var dryRun = false
    @OptionGroup(title: "Selection") var selection: SelectionOptions
    @OptionGroup(title: "Account") var account: AccountOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func validate() throws {
        if params.isEmpty {
            throw wrongWords("a sweep needs an axis; write --param NAME=5...50:5")
        }
        if top < 1 { throw wrongWords("--top must be ≥ 1, was \(top)") }
    }

    func run() throws {
        let type = try StrategyChoice.strategies(named: [strategy])[0]
        let search = try self.search(of: type)
        // Both ends of each axis, before anything is computed.
        for axis in search.space.grid.axes {
            for index in [0, axis.count - 1] {
                _ = try StrategyChoice.instance(
                    of: type, setting: ["\(axis.name)=\(axis.text(at: index))"])
            }
        }
        let plan = Plan(try StrategyChoice.instance(of: type, setting: search.first))
        try selection.checkUniverse(of: plan)
        guard plan.targets[0].rebalance == nil else {
            throw wrongWords(
                "\(type.name) holds weights in one account for all symbols, and a sweep has an "
                    + "account for each; run it with 'finstage backtest'")
        }
        _ = try account.rules(for: plan.targets[0])
        try reportingFailure { try run(type, plan, search) }
    }

    private func run(
        _ type: any Strategy.Type, _ plan: Plan, _ search: SweepSearch
    ) throws {
        let research = try Research(selection, isQuiet: output.quiet)
        let subjects = try research.subjects(research.subjects(), for: plan)
        if dryRun {
            return Terminal.result(
                "\(counted(search.wanted, "cell")) × \(counted(subjects.count, "symbol")): "
                    + "\(counted(search.wanted * subjects.count, "backtest"))")
        }
        if let folder = output.output { try SweepResult.prepare(URL(filePath: folder)) }
        SweepMemory.keepFreed()
        let started = WallClock.now()
        let account = account
        let sweep = Sweep(type, on: subjects) { try account.rules(for: $0) }
        let clock = ContinuousClock.now
        let visit = try search.run(sweep, threads: output.threadCount, isQuiet: output.quiet)
        let seconds = (ContinuousClock.now - clock) / .seconds(1)
        let trial = Trial(
            .grid, plan: plan,
            parameters: search.identity, subjects: subjects)
        let ledger = TrialLedger(research.store.catalogue)
        try ledger.enter(trial, sharpes: visit.figures.map(\.sharpe), at: started)
        let result = SweepResult(
            strategy: type.name, search: search, visit: visit, symbols: subjects.map(\.symbol),
            seconds: seconds, trialCount: try ledger.summary().trialCount, top: top)
        if let folder = output.output { try result.write(to: URL(filePath: folder)) }
        if output.json {
            Terminal.result(result.json.document)
        } else if output.csv {
            Terminal.text(result.csv)
        } else {
            Terminal.text(result.text)
        }
        guard result.hasBest else {
            throw CommandFailure(
                "no cell has a known \(search.objectives[0].metric): nothing was traded, or "
                    + "nothing varies; choose other parameters, or a longer range")
        }
    }

    private func search(of type: any Strategy.Type) throws -> SweepSearch {
        do {
            let known = type.init().parameters.map(\.name)
            let grid = try ParameterGrid(ParameterAxis.axes(params, known: known))
            let space = SearchSpace(
                grid, constraint: try Constraint(all: constraints, axes: grid.axes))
            return try SweepSearch(
                space, method: SearchMethod(named: method), cells: cells, seed: seed,
                objectives: Objective.list(
                    objective, metrics: SweepMetric.allCases.map(\.rawValue)))
        } catch {
            throw wrongWords("\(error)")
        }
    }
}
