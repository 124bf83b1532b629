import ArgumentParser
import Database
import Foundation
import Reporting

/// `finstage report …`
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes pages and tables of a kept run again, or opens those that are there.",
        discussion: """
            Examples:
              finstage report last --language ko --output korean
              finstage report open

            A run is named by its id, by the beginning of one, or by 'last'.
            """,
        subcommands: [Write.self, Open.self], defaultSubcommand: Write.self)

    /// `finstage report RUN`
    struct Write: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes pages and tables of a run again, from what was kept of it.",
            usage: "finstage report <id> [<options>]",
            shouldDisplay: false)
        @Argument(help: "An id, the beginning of one, or 'last'.") var id: String
        @OptionGroup(title: "Output") var output: OutputOptions
        @OptionGroup var store: StoreOption

        func run() throws {
            try reportingFailure {
                let history = try store.kept()
                let run = try history.run(id)
                let results = try store.results(of: run, in: history)
                let files = ReportFiles(
                    folder: output.output
                        ?? Research.reportFolder(WallClock.stamp(), [run.strategy]),
                    output: output)
                try files.write([results])
                try files.show([results])
            }
        }
    }

    /// `finstage report open`
    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Opens the page of a run in the browser, and prints its path.",
            discussion: "Example: finstage report open")
        @Argument(help: "An id, the beginning of one, or 'last'.") var id = "last"
        @OptionGroup var store: StoreOption

        func run() throws {
            try reportingFailure {
                let run = try store.kept().run(id)
                let (folder, name) = (
                    URL(filePath: run.folder), ReportWriter.fileName(run.strategy)
                )
                let page = folder.appending(path: name + ".html").path
                guard !run.folder.isEmpty, FileManager.default.fileExists(atPath: page) else {
                    throw CommandFailure(Self.missing(of: run))
                }
                // A folder that is named twice holds what came last.
                let held = try RunFile(contentsOf: folder.appending(path: name + ".run.yaml")).id
                guard held == run.id else {
                    throw CommandFailure(
                        "\(run.folder) holds the reports of \(held) now, not those of "
                            + "\(run.id); 'finstage report \(run.id)' writes them again")
                }
                Terminal.result(page)
                let opener = Process()
                opener.executableURL = URL(filePath: "/usr/bin/env")
                opener.arguments = [Self.opener, page]
                (opener.standardOutput, opener.standardError) = (nil, nil)
                try opener.run()
                opener.waitUntilExit()
                if opener.terminationStatus != 0 {
                    Terminal.note("no browser could be opened here; open the file above")
                }
            }
        }

        /// Why there is no page: none was written, for a folder then holds the run's file and no
        /// tables, or there is no folder; or it has gone.
        private static func missing(of run: RunRecord) -> String {
            let base = URL(filePath: run.folder).appending(
                path: ReportWriter.fileName(run.strategy))
            let file = base.appendingPathExtension("run.yaml")
            let isBare =
                !FileManager.default.fileExists(atPath: base.path)
                && (try? RunFile(contentsOf: file).id) == run.id
            if run.folder.isEmpty || isBare {
                return "\(run.id) wrote no pages; 'finstage report \(run.id)' writes them"
            }
            return "the reports of \(run.id) are not where they were written; 'finstage "
                + "report \(run.id)' writes them again"
        }

        /// The program of the system that opens a file.
        private static var opener: String {
            #if os(macOS)
                "open"
            #else
                "xdg-open"
            #endif
        }
    }
}
