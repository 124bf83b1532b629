import ArgumentParser
import Commands
import Signals

/// The lab: what `./finstage` hands the commands to that measure and verify the program itself. It
/// has the commands of research too, so that what completes words in a shell knows them all.
public struct LabProgram: ParsableCommand {
    /// Made by the argument parser.
    public init() {}

    /// The commands.
    public static let configuration = CommandConfiguration(
        commandName: "finstage", abstract: ResearchProgram.configuration.abstract,
        version: Version.text,
        subcommands: ResearchProgram.configuration.subcommands.map { named in
            own.first { $0.configuration.commandName == named.configuration.commandName } ?? named
        })

    private static let own: [any ParsableCommand.Type] = [
        IndicatorsCommand.self, SweepCommand.self, VerifyCommand.self, BenchCommand.self,
    ]

    /// Runs the command that was typed, over a catalogue of strategies.
    public static func run(_ catalogue: [any Strategy.Type]) {
        StrategyChoice.install(catalogue, opensFiles: true)
        if let complaint = WallClock.complaint { exit(withError: wrongWords(complaint)) }
        perform(CommandLine.arguments.dropFirst().filter { $0 != "--yes" })
    }
}
