import ArgumentParser
import Backtesting
import Foundation
import MarketData
import Signals

/// `finstage replay STRATEGY`
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Runs a strategy bar by bar, as live does, and compares every bit.",
        discussion: """
            Example: finstage replay SmaCross --symbol MSFT

            The incremental evaluator, the trading session and a journal take one bar after the
            other. Status 1 at the first bar whose node, decision or equity differs from the
            backtest. Killed and run again it continues, and the journal is the same.
            """)

    @Argument(help: "A name of the catalogue.") var strategy: String
    @OptionGroup(title: "Parameters") var parameters: ParameterOptions
    @OptionGroup(title: "Selection") var selection: SelectionOptions
    @OptionGroup(title: "Account") var account: AccountOptions
    @Flag(help: "No progress.") var quiet = false

    func run() throws {
        let type = try StrategyChoice.strategies(named: [strategy])[0]
        let plan = Plan(try parameters.instance(of: type))
        try selection.checkUniverse(of: plan)
        let rules = try account.rulesAlone(for: plan.targets[0])
        try reportingFailure {
            let research = try Research(selection, isQuiet: quiet)
            let subjects = try research.subjects(research.subjects(), for: plan)
            var progress = Progress("replay", total: subjects.count, isQuiet: quiet)
            for (index, subject) in subjects.enumerated() {
                let journal = try Journal(research.journal(of: plan, rules, subject))
                let replay = Replay(plan, rules, subject.history, rows: subject.rows)
                let account = try named(subject) { try replay.run(into: journal) }
                let resumed = journal.resumedLineCount
                Terminal.result(
                    "\(type.name) \(subject.symbol): \(counted(account.equity.count, "bar")), "
                        + "\(counted(account.session.trades.count, "trade")), equal to the bit; "
                        + "journal \(journal.url.path)"
                        + (resumed > 0 ? " (\(counted(resumed, "bar")) resumed)" : ""))
                progress.report(index + 1)
            }
            progress.finish()
        }
    }

    private func named<Result>(_ subject: Subject, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let difference as Replay.Difference {
            throw CommandFailure("\(strategy) on \(subject.symbol): \(difference)")
        }
    }
}
