import Backtesting
import Reporting
import Synchronization

/// Everything that people read of some runs, in one folder.
struct ReportFiles {
    let folder: String
    let output: OutputOptions
    /// What is written and shown; by default all.
    var scale = BacktestScale(.all, isNamed: true, count: 1)

    /// The comparison on the terminal, and as files.
    func show(_ results: [[RunResult]]) throws {
        let table = ComparisonTable(Array(results.joined()))
        if scale.writesFolder {
            try ReportWriter(folder: folder, options: output.reports).write(table)
        }
        if output.json {
            Terminal.result(table.json)
        } else if output.csv {
            Terminal.text(table.csv(isExcel: output.excel))
        } else {
            Terminal.result(
                scale.isLarge
                    ? StrategyTable(table).text(isColored: output.isColored, colors: output.colors)
                    : table.text(isColored: output.isColored, colors: output.colors))
            if scale.writesFolder { Terminal.result("Results: \(folder)") }
            if !scale.writesPages, let run = results.first?.first {
                Terminal.result(
                    "Pages of one strategy: finstage report \(run.id)"
                        + (results.count > 1 ? "; 'finstage runs list' names all" : ""))
            }
        }
    }

    /// Writes what the scale asks for: the tables and the page of every run, which is most of the
    /// time of a backtest, so on all processors; and the index of all.
    ///
    /// - Parameter results: the results of each strategy.
    /// - Throws: when a file cannot be written.
    func write(_ results: [[RunResult]]) throws {
        if scale.writesPages { try writePages(results) }
        guard scale.writesFolder else { return }
        try ReportWriter(folder: folder, options: output.reports)
            .writeIndex(Array(results.joined()), hasPages: scale.writesPages)
    }

    private func writePages(_ results: [[RunResult]]) throws {
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
    }

    private func folder(of result: RunResult) -> String {
        folder + "/" + ReportWriter.fileName(result.strategy) + "/"
            + ReportWriter.fileName(result.symbol)
    }
}
