import ArgumentParser
import Commands
import Foundation
import MarketData
import Reporting
import Workloads

/// `finstage bench report`
struct BenchReport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Measures a run and its page.",
        discussion: """
            Example: finstage bench report --json

            Ten years of daily bars, a crossing of two averages, measured in full and written as
            one page.
            """)

    @Option(help: "How often; the median is printed.") var repeats = 21
    @Option(help: "Write the bars that were used as CSV, for other programs.") var bars: String?
    @Flag(help: "One JSON document.") var json = false

    func validate() throws {
        if repeats < 1 { throw wrongWords("--repeats must be ≥ 1, was \(repeats)") }
    }

    func run() throws {
        try reportingFailure {
            let workload = try ReportWorkload()
            let series = workload.series
            if let bars { try write(series, to: bars) }
            let figures = try ReportBenchmark(workload: workload).run(repeats: repeats)
            if json {
                Terminal.result(
                    JSONValue.object([
                        .init("name", .text("report")), .init("repeats", .integer(repeats)),
                        .init("bars", .integer(series.count)),
                        .init("run_milliseconds", .number(figures.run)),
                        .init("page_milliseconds", .number(figures.page)),
                        .init("page_bytes", .integer(figures.bytes)),
                    ]).document)
            } else {
                Terminal.result(
                    "\(counted(series.count, "bar")): \(rounded(figures.run)) ms to run and "
                        + "measure, \(rounded(figures.page)) ms to write the page of "
                        + "\(figures.bytes) bytes "
                        + "(median of \(repeats))")
            }
        }
    }

    private func rounded(_ milliseconds: Double) -> Double {
        (milliseconds * 100).rounded() / 100
    }

    private func write(_ series: Series, to path: String) throws {
        let lines = series.bars.map {
            "\($0.time.text),\($0.open),\($0.high),\($0.low),\($0.close),\($0.volume)\n"
        }
        let text = "date,open,high,low,close,volume\n" + lines.joined()
        try Data(text.utf8).write(to: URL(filePath: path))
    }
}

/// A run and its page, timed.
private struct ReportBenchmark {
    let workload: ReportWorkload

    /// The medians, in milliseconds, and the page's bytes.
    func run(repeats: Int) throws -> (run: Double, page: Double, bytes: Int) {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-bench-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var (runs, pages, path): ([Double], [Double], String) = ([], [], "")
        for _ in 0..<repeats {
            let (start, clock) = (ContinuousClock.now, ContinuousClock())
            let results = workload.run()
            let middle = clock.now
            path = try workload.writePage(of: results, to: folder)
            runs.append((middle - start) / .milliseconds(1))
            pages.append((clock.now - middle) / .milliseconds(1))
        }
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        return (runs.sorted()[repeats / 2], pages.sorted()[repeats / 2], size)
    }
}
