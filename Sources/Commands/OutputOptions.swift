import ArgumentParser
import Foundation
import Reporting

/// What is printed, and where files go.
package struct OutputOptions: ParsableArguments {
    package init() {}

    @Flag(help: "One JSON document on standard output.")
    package var json = false
    @Flag(help: "The table as comma-separated text on standard output.")
    package var csv = false
    @Option(help: "The folder for the results; default: Reports/ID.")
    package var output: String?
    @Option(help: "Threads; default: all processors. Results never depend on it.")
    package var threads: Int?
    @Option(help: "The language of pages: en or ko.")
    var language = Language.english
    @Option(help: "The colours of rise and fall: western (green, red) or korean (red, blue).")
    var colors = TrendColors.western
    @Flag(help: "Tables that a spreadsheet opens by itself: a byte-order mark and CRLF.")
    var excel = false
    @Flag(help: "No colours on a terminal; NO_COLOR in the environment says the same.")
    var noColor = false
    @Flag(help: "No progress.")
    package var quiet = false

    /// How reports are written.
    var reports: ReportOptions {
        ReportOptions(language: language, colors: colors, isExcel: excel)
    }

    /// True when the result goes to a terminal that may show colours.
    var isColored: Bool {
        !noColor && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
            && isatty(FileHandle.standardOutput.fileDescriptor) == 1
    }

    /// The threads to use.
    package var threadCount: Int { threads ?? Parallel.processorCount }

    package func validate() throws {
        if let threads, threads < 1 { throw wrongWords("--threads must be ≥ 1, was \(threads)") }
        if output?.isEmpty == true { throw wrongWords("--output is empty; name a folder") }
        if json && csv { throw wrongWords("--json and --csv exclude each other; choose one") }
    }
}

extension Language: ExpressibleByArgument {}
extension TrendColors: ExpressibleByArgument {}
