import ArgumentParser
import Backtesting
import Database
import Foundation
import MarketData
import Reporting

extension RunsCommand {
    /// `finstage runs compare A B`
    struct Compare: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints what two runs were asked, read and found, side by side.",
            discussion: """
                Every figure of both, undefined ones as a dash.

                Examples:
                  finstage runs compare 20261125-0930 last
                  finstage runs compare 20261125-0930 last --csv
                """)
        @Argument(help: "An id, the beginning of one, or 'last'.") var first: String
        @Argument(help: "Another one.") var second: String
        @Flag(help: "One JSON document.") var json = false
        @Flag(help: "The figures as comma-separated text.") var csv = false
        @OptionGroup var store: StoreOption

        func validate() throws {
            if json && csv {
                throw wrongWords("--json and --csv exclude each other; choose one")
            }
        }

        func run() throws {
            try reportingFailure {
                let history = try store.kept()
                let runs = [try history.run(first), try history.run(second)]
                let files = try runs.map { try RunFile(keptIn: history.folder(of: $0.id)) }
                let results = try runs.map {
                    try history.results(of: $0, naming: ReportWriter.fileName)
                }
                let comparison = RunComparison(results[0], results[1])
                let differences = RunText.differences(files[0], files[1])
                if csv { return Terminal.text(comparison.csv) }
                if json {
                    let document = JSONValue.object([
                        .init("a", .text(runs[0].id)), .init("b", .text(runs[1].id)),
                        .init("differences", .array(differences.map { .text($0) })),
                        .init("figures", comparison.json),
                    ])
                    return Terminal.result(document.document)
                }
                Terminal.result("A  \(runs[0].id)\nB  \(runs[1].id)\n")
                Terminal.result(
                    differences.isEmpty
                        ? "Both were asked the same, of the same data.\n"
                        : differences.map { $0 + "\n" }.joined())
                Terminal.text(comparison.text)
            }
        }
    }

    /// `finstage runs reproduce RUN`
    struct Reproduce: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Runs a kept run again and compares its tables byte for byte.",
            discussion: """
                Status 1 when a byte differs; then it says which input has changed: the rule, the
                data of a symbol, or the program.

                Example: finstage runs reproduce last
                """)
        @Argument(help: "An id, the beginning of one, or 'last'.") var id: String
        @OptionGroup var store: StoreOption

        func run() throws {
            try reportingFailure {
                let run = try store.history().run(id)
                let file = try RunFile(keptIn: store.history().folder(of: run.id))
                let path = store.store.map { ["--store=\($0)"] } ?? []
                let command = try parsed(file.arguments + path + ["--quiet"])
                let plan = try command.plans()[0]
                let research = try Research(command.selection, isQuiet: true)
                let benchmark = try command.measures.benchmark.map(research.benchmark)
                let results = try plan.results(
                    research, research.subjects(), benchmark, stamp: String(run.id.prefix(15)))
                try report(file, plan, results)
            }
        }

        private func parsed(_ words: [String]) throws -> BacktestCommand {
            do {
                return try BacktestCommand.parse(words)
            } catch {
                let reason = BacktestCommand.message(for: error)
                throw CommandFailure("this program no longer understands the run: \(reason)")
            }
        }

        private func report(_ file: RunFile, _ plan: PlannedRun, _ results: [RunResult]) throws {
            let changes = file.changes(plan, results)
            let now = Dictionary(
                uniqueKeysWithValues: results.flatMap(RunFile.digests).map { ($0.path, $0.digest) })
            let differing = file.files.filter { now[$0.path] != $0.digest }.map(\.path)
            for change in changes { Terminal.result("changed: \(change)") }
            guard differing.isEmpty else {
                for path in differing { Terminal.result("differs: \(path)") }
                let reason = changes.isEmpty ? "although no input has changed" : "as inputs have"
                throw CommandFailure(
                    "\(differing.count) of \(counted(file.files.count, "table")) differ, \(reason)")
            }
            Terminal.result(
                "\(file.id): \(counted(file.files.count, "table")), equal byte for byte"
                    + (changes.isEmpty ? "" : ", although inputs have changed"))
        }
    }
}
