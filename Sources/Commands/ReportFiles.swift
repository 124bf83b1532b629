import Backtesting
import Reporting
import Synchronization

/// Everything that people read of some runs, in one folder.
struct ReportFiles {
    let folder: String
    let output: OutputOptions

    /// The comparison on the terminal, and as files.
    func show(_ results: [[RunResult]]) throws {
        let table = ComparisonTable(Array(results.joined()))
        try ReportWriter(folder: folder, options: output.reports).write(table)
        if output.json {
            Terminal.result(table.json)
        } else if output.csv {
            Terminal.text(table.csv(isExcel: output.excel))
        } else {
            Terminal.result(table.text(isColored: output.isColored, colors: output.colors))
            Terminal.result("Results: \(folder)")
        }
    }

    /// Writes the tables and the page of every run, and the index of all: most of the time of a
    /// backtest, so on all processors.
    ///
    /// - Parameter results: the results of each strategy.
    /// - Throws: when a file cannot be written.
    func write(_ results: [[RunResult]]) throws {
        let runs = results.flatMap { group in group.indices.map { (group, $0) } }
        let progress = Mutex((Progress("reports", total: runs.count, isQuiet: output.quiet), 0))
        try Parallel.forEach(runs.count, threads: output.threadCount) { index in
            let (group, place) = runs[index]
            let run = group[place]
            let options = output.reports
            try ReportWriter(folder: folder, options: options).writePage(group, showing: place)
            try ReportWriter(folder: folder(of: run), options: options).write(run)
            progress.withLock { state in
                state.1 += 1
                state.0.report(state.1)
            }
        }
        progress.withLock { $0.0.finish() }
        try ReportWriter(folder: folder, options: output.reports)
            .writeIndex(Array(results.joined()))
    }

    private func folder(of result: RunResult) -> String {
        folder + "/" + ReportWriter.fileName(result.strategy) + "/"
            + ReportWriter.fileName(result.symbol)
    }
}
