import ArgumentParser
import Backtesting
import Commands
import Foundation
import MarketData
import Signals

/// `finstage verify …`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Holds the program to reference results, and its trials to planted faults.",
        discussion: "Example: finstage verify backtests --golden golden/backtests",
        subcommands: [Backtests.self, Metrics.self, Lookahead.self])

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
                let outcome: GoldenVerification.Outcome
                do throws(GoldenError) { outcome = try verification.verify(run) } catch {
                    differing += 1
                    Terminal.result("\(run.label): \(error)")
                    continue
                }
                differing += outcome.differences.isEmpty ? 0 : 1
                for difference in outcome.differences {
                    Terminal.result("\(run.label): \(difference)")
                }
                if outcome.differences.isEmpty && !quiet {
                    Terminal.result(
                        "\(run.label): \(counted(outcome.tradeCount, "trade")), equity within "
                            + "\(outcome.equityDifference)")
                }
            }
            return (differing, folder.runs.count)
        }
    }

    /// `finstage verify metrics --golden DIR`
    struct Metrics: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Computes the reference figures of a folder again and prints differences.",
            discussion: """
                Example: finstage verify metrics

                The folder holds metrics.json, and the daily returns of strategy and benchmark of
                each series. Status 1 when a figure differs.
                """)

        @Option(help: "The folder of reference figures; default: those of the program.")
        var golden: String?
        @Flag(help: "Print only the last line.") var quiet = false

        func run() throws {
            let outcomes = try reportingFailure {
                try MetricVerification(
                    golden.map { URL(filePath: $0) }
                        ?? Installation.current.goldenFiles(of: "metrics")
                ).verify()
            }
            for outcome in outcomes {
                for difference in outcome.differences {
                    Terminal.result("\(outcome.label): \(difference)")
                }
                for fault in outcome.faults { Terminal.result(fault) }
                if outcome.faults.isEmpty && !quiet { Terminal.result(line(outcome)) }
            }
            let total = outcomes.reduce(0) { $0 + $1.figureCount }
            let differing = outcomes.reduce(0) { $0 + $1.differences.count }
            let faults = outcomes.reduce(0) { $0 + $1.faults.count }
            Terminal.result(
                "\(total - differing) of \(total) reference figures agree"
                    + (faults == 0 ? "" : "; not read: \(faults)"))
            if differing > 0 || faults > 0 || total == 0 { throw ExitCode(1) }
        }

        private func line(_ outcome: MetricVerification.Outcome) -> String {
            let (count, differing) = (outcome.figureCount, outcome.differences.count)
            let others = outcome.unknownKeys
            let rest = others.isEmpty ? "" : "; not ours: \(others.joined(separator: ", "))"
            let verdict =
                differing == 0
                ? "\(count) figures within \(outcome.largestDifference)"
                : "\(differing) of \(count) figures differ"
            return "\(outcome.label): \(verdict)\(rest)"
        }
    }
}

extension StrategyChoice {
    /// The plan of a reference rule such as `sma-10-50`; nil when there is none.
    fileprivate static func plan(ofReference name: String) -> Plan? {
        let words = name.split(separator: "-").map(String.init)
        let numbers = words.dropFirst().filter { Double($0) != nil }
        let families: [String: (String, [String])] = [
            "sma": ("SmaCross", ["fast", "slow"]),
            "rsi": ("RsiReversal", ["period", "oversold", "overbought"]),
            "bollinger": ("BollingerReversion", ["period", "deviations"]),
            "macd": ("MacdCross", ["fast", "slow", "smoothing"]),
            "donchian": ("DonchianBreakout", ["entryPeriod", "exitPeriod"]),
        ]
        guard let first = words.first, let (strategy, names) = families[first],
            let type = all.first(where: { $0.name == strategy }), names.count == numbers.count
        else { return nil }
        let values = Dictionary(uniqueKeysWithValues: zip(names, numbers))
        return (try? type.init(setting: values)).map { Plan($0) }
    }
}
