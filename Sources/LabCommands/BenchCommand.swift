import ArgumentParser
import Commands

/// `finstage bench NAME`
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measures this program's own work.",
        subcommands: [BenchReport.self, BenchIndicators.self])
}
