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
                let results = try runs.map { try store.results(of: $0, in: history) }
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
                let history = try store.history()
                let run = try history.run(id)
                let again = try RepeatedRun(run, in: history, store: store.store)
                if history.isNoted(run) {
                    try compareFigures(of: run, with: again)
                } else {
                    try compareTables(with: again)
                }
            }
        }

        private func compareTables(with again: RepeatedRun) throws {
            let now = Dictionary(
                uniqueKeysWithValues: again.results.flatMap(RunFile.digests).map {
                    ($0.path, $0.digest)
                })
            let files = again.file.files
            try report(
                again, "table", count: files.count, equal: "equal byte for byte",
                differing: files.filter { now[$0.path] != $0.digest }.map(\.path))
        }

        private func compareFigures(of run: RunRecord, with again: RepeatedRun) throws {
            try report(
                again, "instrument", count: again.results.count,
                equal: "the figures that were kept equal to the bit",
                differing: try again.differing(from: run))
        }

        private func report(
            _ again: RepeatedRun, _ noun: String, count: Int, equal: String, differing: [String]
        ) throws {
            let changes = again.changes
            for change in changes { Terminal.result("changed: \(change)") }
            guard differing.isEmpty else {
                for path in differing { Terminal.result("differs: \(path)") }
                let reason = changes.isEmpty ? "although no input has changed" : "as inputs have"
                throw CommandFailure(
                    "\(differing.count) of \(counted(count, noun)) differ, \(reason)")
            }
            Terminal.result(
                "\(again.file.id): \(counted(count, noun)), \(equal)"
                    + (changes.isEmpty ? "" : ", although inputs have changed"))
        }
    }
}
