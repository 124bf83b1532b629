import ArgumentParser
import Backtesting
import Database
import Foundation
import MarketData
import Reporting

/// `finstage runs …`
struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "The runs that were kept: list, compare, repeat, remove.",
        discussion: """
            Examples:
              finstage runs list
              finstage runs show last
              finstage runs compare 20261125-0930 last
              finstage runs reproduce last
              finstage runs trials

            A run is named by its id, by the beginning of one, or by 'last'.
            """,
        subcommands: [
            List.self, Show.self, Compare.self, Reproduce.self, Trials.self, Prune.self,
        ])

    /// `finstage runs list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the latest runs, the newest first.",
            discussion: "Example: finstage runs list --limit 5")
        @Option(help: "The most runs to show.") var limit = 20
        @Flag(help: "One JSON document.") var json = false
        @OptionGroup var store: StoreOption

        func validate() throws {
            if limit < 1 { throw wrongWords("--limit must be ≥ 1, was \(limit)") }
        }

        func run() throws {
            try reportingFailure {
                let history = try store.kept()
                let runs = try history.latest(limit)
                let forgotten = try history.forgotten().count
                if forgotten > 0 {
                    Terminal.note(
                        "warning: \(counted(forgotten, "folder")) of runs unknown to the "
                            + "catalogue; 'finstage data rebuild' takes back those that are whole")
                }
                if json { return Terminal.result(RunText.json(runs)) }
                guard !runs.isEmpty else {
                    return Terminal.result("No runs yet; 'finstage backtest' makes one.")
                }
                Terminal.result(RunText.table(runs).text)
            }
        }
    }

    /// `finstage runs show RUN`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints a run: its figures, the file that repeats it, its folders.",
            discussion: "Example: finstage runs show last")
        @Argument(help: "An id, the beginning of one, or 'last'.") var id: String
        @Flag(help: "One JSON document.") var json = false
        @OptionGroup var store: StoreOption

        func run() throws {
            try reportingFailure {
                let history = try store.kept()
                let run = try history.run(id)
                let folder = history.folder(of: run.id)
                let file = try RunFile(keptIn: folder)
                if json {
                    return Terminal.result(RunText.json(run, file: file, folder: folder.path))
                }
                Terminal.result("\(run.id)\n\(run.command)\n")
                Terminal.result(try RunText.figures(run).text)
                Terminal.result(
                    "\(try file.text())\nReports: \(RunText.reports(run))\n"
                        + "Kept in: \(folder.path)")
            }
        }
    }

    /// `finstage runs prune`
    struct Prune: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Forgets old runs; reports are not touched.",
            discussion: """
                Without --yes it only says what it would remove. With --keep, folders among the
                kept runs that belong to none, as a kill leaves them, go too.

                Examples:
                  finstage runs prune --keep 50 --yes
                  finstage runs prune 20261130-093000-SmaCross --yes
                """)
        @Argument(help: "Ids of runs, or the beginnings of ids.") var ids: [String] = []
        @Option(parsing: .unconditional, help: "The number of runs to keep, the newest.")
        var keep: Int?
        @Flag(help: "Remove them.") var yes = false
        @OptionGroup var store: StoreOption

        func validate() throws {
            if let keep, keep < 0 { throw wrongWords("--keep must be ≥ 0, was \(keep)") }
            guard ids.isEmpty == (keep != nil) else {
                throw wrongWords("name the runs to forget, or say with --keep how many stay")
            }
        }

        func run() throws {
            try reportingFailure {
                let history = try store.history()
                let old =
                    try keep.map { Array(try history.latest(Int.max).dropFirst($0)) }
                    ?? ids.map { try history.run($0) }
                // What is younger than an hour may be a run that is just being kept.
                let hourAgo = WallClock.live().microseconds - 3_600_000_000
                let leftovers =
                    keep == nil
                    ? [] : try history.leftovers(before: Timestamp(microseconds: hourAgo))
                guard !old.isEmpty || !leftovers.isEmpty else {
                    return Terminal.result("Nothing to remove.")
                }
                if yes {
                    try history.remove(old)
                    try history.remove(leftovers: leftovers)
                }
                let verb = yes ? "removed" : "would remove"
                for run in old { Terminal.result("\(verb) \(run.id)") }
                for name in leftovers { Terminal.result("\(verb) \(name), which is no run") }
                if !yes { Terminal.result("Nothing was removed; add --yes.") }
            }
        }
    }
}

extension StoreOption {
    /// The runs of the store.
    func history() throws -> RunHistory {
        RunHistory(try Research.openStore(store, isQuiet: true))
    }

    /// The same for reading alone, also where nothing can be written.
    func kept() throws -> RunHistory { RunHistory(try readingOrNew()) }
}
