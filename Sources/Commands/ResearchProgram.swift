import ArgumentParser
import Signals

/// The research program: what `./finstage` runs.
public struct ResearchProgram: ParsableCommand {
    /// Made by the argument parser.
    public init() {}

    /// The commands.
    public static let configuration = CommandConfiguration(
        commandName: "finstage",
        abstract: "Backtests that you can believe: one rule, two evaluators, the same bits.",
        version: Version.text,
        subcommands: [
            BacktestCommand.self, SweepOfLab.self, ReplayCommand.self, ValidateCommand.self,
            ChartCommand.self,
            ReportCommand.self, RunsCommand.self, DataCommand.self, IndicatorsOfLab.self,
            StrategiesCommand.self, NewCommand.self, ExplainCommand.self, NodesCommand.self,
            DiffCommand.self, ScanCommand.self, LookaheadCommand.self, WarmupCommand.self,
            VerifyOfLab.self, BenchOfLab.self, VersionCommand.self,
        ])

    /// Runs the command that was typed, over a catalogue of strategies; what another program has is
    /// handed on to it.
    ///
    /// `--yes` is understood everywhere; only `prune` has something to ask.
    public static func run(_ catalogue: [any Strategy.Type]) {
        StrategyChoice.install(catalogue, opensFiles: true)
        if let complaint = WallClock.complaint { exit(withError: wrongWords(complaint)) }
        let typed = CommandLine.arguments.dropFirst()
        let words = typed.contains("prune") ? Array(typed) : typed.filter { $0 != "--yes" }
        let program = SisterProgram(of: words)
        if program != .research {
            Terminal.note(program.take(words))
            exit(withError: ExitCode(1))
        }
        perform(words)
    }

    /// Prints the commands to begin with.
    public func run() { Terminal.result(Self.overview) }

    /// The commands that a newcomer needs, each with one example.
    static let overview = """
        Finstage \(Version.text). The commands to begin with:

          finstage backtest                            every strategy on the bundled data
          finstage backtest SmaCross --symbol AAPL     one strategy on one symbol
          finstage backtest SmaCross --param fast=20   with another parameter
          finstage sweep SmaCross --param fast=5...50:5   many parameter sets at once
          finstage replay SmaCross --symbol AAPL       the same bar by bar, compared to the bit
          finstage validate SmaCross --symbol AAPL     the gates before a promotion, with evidence
          finstage new strategy Mine                   a rule of your own, in a file
          finstage backtest Mine.swift --symbol AAPL   that file, compiled alone in half a second
          finstage strategies list                     the catalogue, with parameters
          finstage explain SmaCross --symbol AAPL      why it did at the last bar what it did
          finstage scan                                who changes its target at the last bar
          finstage runs list                           what was run; compare, reproduce, prune
          finstage chart AAPL --indicator 'rsi(14)'    candles, indicators, actions, findings
          finstage indicators list                     every indicator and kernel, with digests
          finstage data list                           what is stored
          finstage data import prices.csv --symbol XYZ your own prices
          finstage data show AAPL                      a series' passport, first and last bars
          finstage data verify                         every stored file against its digest
          finstage verify backtests --golden DIR       parity with other engines' reference runs

        'finstage help COMMAND' tells more.
        """
}

/// What this program calls itself.
package enum Version {
    package static let text = "0.1.0"
}
