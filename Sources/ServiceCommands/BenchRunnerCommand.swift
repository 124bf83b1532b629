import ArgumentParser
import Commands
import Foundation

/// `finstage bench runner`; the research program measures the other names.
struct ServiceBenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measures the live side.",
        subcommands: [BenchRunnerCommand.self])
}

/// `finstage bench runner`
struct BenchRunnerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runner",
        abstract: "Measures the runner: evaluation, bar to outbox, start, memory.",
        discussion: """
            Example: finstage bench runner --days 252 --json

            A made-up market of New York minutes lies in a store of its own. The runner starts,
            catches up with every session, starts again over all of them, and then takes single
            bars at a steady pace, each with its own durable transaction. 252 days are a year.
            """)

    @Option(help: "The instruments.") var symbols = 100
    @Option(help: "The sessions to catch up with.") var days = 21
    @Option(help: "The bars that come one by one afterwards.") var bars = 2_000
    @Option(help: "How many of those come a second.") var rate = 100.0
    @Option(help: "Where the store and the journal lie; default: the temporary folder.")
    var folder: String?
    @Flag(help: "One JSON document.") var json = false

    func validate() throws {
        guard symbols >= 1, days >= 1, bars >= 1, rate > 0 else {
            throw wrongWords("--symbols, --days and --bars must be ≥ 1, --rate > 0")
        }
    }

    func run() throws {
        try reportingFailure {
            let base = folder.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
            let scratch = base.appending(
                path: "finstage-bench-\(ProcessInfo.processInfo.processIdentifier)")
            defer { try? FileManager.default.removeItem(at: scratch) }
            let figures = try RunnerBenchmark(symbolCount: symbols, dayCount: days, scratch)
                .run(barCount: bars, rate: rate)
            Terminal.result(json ? try ServiceOptions.json(figures) : figures.text)
        }
    }
}
