import ArgumentParser
import Commands
import Signals

/// The service program: what `./finstage` hands the live side's commands to.
public struct ServiceProgram: ParsableCommand {
    /// Made by the argument parser.
    public init() {}

    /// The commands.
    public static let configuration = CommandConfiguration(
        commandName: "finstage",
        abstract: "From a backtest to live signals: promote, run, look.",
        version: Version.text,
        subcommands: [
            PromoteCommand.self, PromotionsCommand.self, KeysCommand.self, LiveCommand.self,
            SignalsCommand.self, PositionsCommand.self, EquityCommand.self,
            SimulateCommand.self, ParityCommand.self, ServiceBenchCommand.self,
        ])

    /// Runs the command that was typed, over a catalogue of strategies.
    public static func run(_ catalogue: [any Strategy.Type]) {
        StrategyChoice.install(catalogue)
        if let complaint = WallClock.complaint { exit(withError: wrongWords(complaint)) }
        perform(CommandLine.arguments.dropFirst().filter { $0 != "--yes" })
    }
}
