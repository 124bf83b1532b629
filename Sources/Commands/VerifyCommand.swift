import ArgumentParser
import Backtesting
import Foundation

/// `finstage verify …`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Compares with the reference results of other engines.",
        discussion: "Example: finstage verify backtests --golden golden/backtests",
        subcommands: [Backtests.self])

    /// `finstage verify backtests --golden DIR`
    struct Backtests: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Repeats the reference runs of a folder and prints each difference.",
            discussion: """
                Example: finstage verify backtests --golden golden/backtests

                The folder holds index.csv, and for each series bars.csv and the trades, equity
                and summary of each run. Status 1 when a run differs.
                """)

        @Option(help: "The folder of reference runs.") var golden: String
        @Flag(help: "Print only the last line.") var quiet = false

        func run() throws {
            let (differing, total) = try reportingFailure { try verify() }
            Terminal.result("\(total - differing) of \(total) reference runs agree")
            if differing > 0 || total == 0 { throw ExitCode(1) }
        }

        private func verify() throws -> (differing: Int, total: Int) {
            let folder = try GoldenFolder(URL(filePath: golden))
            let verification = GoldenVerification(folder) { StrategyChoice.plan(ofReference: $0) }
            var differing = 0
            for run in folder.runs {
                let outcome = try verification.verify(run)
                differing += outcome.differences.isEmpty ? 0 : 1
                for difference in outcome.differences {
                    Terminal.result("\(run.label): \(difference)")
                }
                if outcome.differences.isEmpty && !quiet {
                    Terminal.result(
                        "\(run.label): \(outcome.tradeCount) trades, equity within "
                            + "\(outcome.equityDifference)")
                }
            }
            return (differing, folder.runs.count)
        }
    }
}
