import ArgumentParser
import Backtesting
import Foundation
import MarketData
import Reporting
import Signals
import Trading
import Validation

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
              finstage backtest SmaCross --symbol AAPL --params mine.yaml --reports none --watch

            A path such as Mine.swift compiles that file alone and runs its strategy. Without a name
            every strategy of the catalogue runs; without --symbol on every stored series. Each
            strategy and symbol has an account of its own, unless --portfolio gives a strategy one
            account for all symbols. Where nobody named a strategy, or more
            than 64 results come out, the table has one line a strategy and no pages are written;
            --csv and --json have every result, 'finstage report RUN' the pages.
            """)

    @Argument(help: "Names of the catalogue, such as SmaCross or sma-cross, or Swift files.")
    var strategies: [String] = []
    @Option(
        name: .customLong("run"),
        help: ArgumentHelp(
            "A run.yaml that says what to run; options typed beside it go before its own.",
            valueName: "file"))
    var runPath: String?
    @Option(help: "all: a page and tables for every result; none: no files, the run is kept.")
    var reports: ReportExtent?
    @Flag(
        help: """
            One account for all symbols, instead of one for each; a rule of weights always has one.
            """)
    var portfolio = false
    @Flag(help: "Run again after each save of the strategy or of a file of options.")
    var watch = false
    @OptionGroup(title: "Parameters") var parameters: ParameterOptions
    @OptionGroup(title: "Selection") var selection: SelectionOptions
    @OptionGroup(title: "Account") var account: AccountOptions
    @OptionGroup(title: "Measures") var measures: MeasureOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() throws {
        if watch {
            return try Watch(strategies: strategies, others: [runPath, parameters.path]).run()
        }
        if let runPath {
            let file = try reportingFailure { try RunFile(contentsOf: URL(filePath: runPath)) }
            guard strategies.isEmpty else {
                throw wrongWords("--run names the strategy; leave '\(strategies[0])' out")
            }
            let words = CommandLineText.arguments(of: file, typed: CommandLine.arguments)
            let command: Self = try file.command(words) { _ = try $0.plans() }
            return try command.runPlans(repeating: file)
        }
        try runPlans()
    }

    private func runPlans(repeating file: RunFile? = nil) throws {
        let plans = try self.plans()
        try reportingFailure { try run(plans, repeating: file) }
    }

    /// The strategies with their plans and terms.
    func plans() throws -> [PlannedRun] {
        let types = try StrategyChoice.strategies(named: strategies)
        if !parameters.isEmpty && types.count != 1 {
            throw wrongWords("--param sets a parameter of one strategy; name that strategy")
        }
        return try types.compactMap { type in
            let strategy = try parameters.instance(of: type)
            let plan = Plan(strategy)
            if types.count == 1 { try selection.checkUniverse(of: plan) }
            if strategies.isEmpty, plan.targets[0].rebalance != nil, account.size != nil {
                Terminal.note("left out: \(type.name) says its weights itself, and has no --size")
                return nil
            }
            let rules = try account.rules(for: plan.targets[0])
            let isPooled = portfolio || plan.targets[0].rebalance != nil
            if isPooled, rules.fill == .sameCloseBookedLater {
                throw wrongWords(
                    "\(type.name) would trade several symbols in one account, and backtesting.py "
                        + "has none; leave --preset out")
            }
            return PlannedRun(
                strategy: strategy, plan: plan, rules: rules,
                isPooled: isPooled,
                settings: settings(strategy, plan, rules))
        }
    }

    private func run(_ plans: [PlannedRun], repeating file: RunFile?) throws {
        let research = try Research(selection, isQuiet: output.quiet)
        let asked = file ?? RunFile(strategy: "", options: [])
        let benchmark = try asked.locating("benchmark") {
            try measures.benchmark.map(research.benchmark)
        }
        let subjects = try asked.locating("symbol") { try research.subjects() }
        let started = WallClock.now()
        let stamp = WallClock.stamp()
        let names = strategies.isEmpty ? [] : plans.map { type(of: $0.strategy).name }
        let folder = output.output ?? Research.reportFolder(stamp, names)
        let runs = try PlannedRun.results(
            of: plans, research, subjects, benchmark, stamp: stamp,
            sparesOthers: strategies.isEmpty, threads: output.threadCount)
        let results = runs.map(\.results)
        for change in file?.changes(plans[0], results[0]) ?? [] {
            Terminal.note("warning: \(change) is not as it was when the file was written")
        }
        let scale = BacktestScale(
            reports, isNamed: !strategies.isEmpty, count: results.joined().count)
        let files = ReportFiles(folder: folder, output: output, scale: scale)
        try files.write(results)
        try keep(runs, in: research, started, files)
        try TrialLedger(research.store.catalogue).enter(
            runs.map { plan, results in
                let tried = Set(results.flatMap { $0.members ?? [$0.symbol] })
                return (
                    plan.trial(subjects.filter { tried.contains($0.symbol) }),
                    [PooledReturns(results).sharpe]
                )
            }, at: started)
        try files.show(results)
    }

    /// Keeps the runs in the store, and the file that repeats each beside its pages.
    private func keep(
        _ runs: [(plan: PlannedRun, results: [RunResult])], in research: Research,
        _ started: Timestamp, _ files: ReportFiles
    ) throws {
        let (scale, history) = (files.scale, RunHistory(research.store))
        let reports = scale.writesFolder ? URL(filePath: files.folder).path : ""
        let writer = ReportWriter(folder: files.folder, options: output.reports)
        let kept = try Parallel.map(runs.count, threads: output.threadCount) { index in
            let (plan, results) = runs[index]
            let file = try runFile(plan, results, withTables: scale.keepsColumns)
            let text = try file.text()
            if scale.writesFolder {
                let name = ReportWriter.fileName(type(of: plan.strategy).name)
                try writer.write(text, name: name + ".run.yaml")
            }
            return (results, text)
        }
        guard scale.keepsColumns else {
            return try history.note(kept, created: started, reports: reports)
        }
        for (results, text) in kept {
            try history.save(
                results, file: text, created: started, reports: reports,
                naming: ReportWriter.fileName)
        }
    }

    private func settings(
        _ strategy: any Strategy, _ plan: Plan, _ rules: TradingRules
    ) -> RunSettings {
        RunSettings(
            parameters: Dictionary(
                uniqueKeysWithValues: strategy.parameters.map { ($0.name, $0.value) }),
            adjusted: selection.adjusted, from: selection.from, to: selection.to,
            cash: rules.cash, size: account.size ?? plan.targets[0].size.words(in: plan),
            wholeShares: rules.isWholeUnits, commission: account.commission,
            slippage: account.slippage, fill: account.fill, preset: account.preset,
            command: CommandLineText.backtest(
                StrategyChoice.reference(to: type(of: strategy)), typed: strategies),
            benchmark: measures.benchmark, riskFree: measures.riskFree,
            convention: measures.convention, source: StrategyChoice.source(of: type(of: strategy)))
    }

    /// What repeats one strategy's run: every value that holds, the defaults too.
    private func runFile(
        _ plan: PlannedRun, _ results: [RunResult], withTables: Bool
    ) throws -> RunFile {
        let parameters = plan.strategy.parameters.map { "\($0.name)=\($0.value)" }
        let universe = results[0].passport.universe.map { [("universe", $0)] } ?? []
        var file = RunFile(
            strategy: StrategyChoice.reference(to: type(of: plan.strategy)),
            options: (parameters.isEmpty ? [] : [("param", parameters)])
                + [("symbol", results.flatMap { $0.members ?? [$0.symbol] })] + universe
                + selection.written
                + (plan.isPooled ? [("portfolio", [])] : []) + account.written + measures.written)
        file.id = results[0].id
        file.engine = Version.text
        file.plan = plan.plan.fingerprint.description
        file.data = RunFile.data(of: results)
        if withTables { file.files = results.flatMap(RunFile.digests) }
        return file
    }
}
