import Backtesting
import ColumnStore
import Foundation
import MarketData
import Reporting
import Signals

/// Ten years of daily bars, a crossing of two averages, measured in full and written as one page.
public struct ReportWorkload {
    /// The bars, made up.
    public let series: Series
    private let subject: Subject
    private let backtest: Backtest

    /// Makes the market and compiles the rule.
    ///
    /// - Throws: never for these bars; what a subject without bars would say.
    public init() throws(SubjectError) {
        series = SyntheticDataset.daily100.series(0)
        subject = try Subject(madeUp: series)
        let average = { (bars: Bars, period: Int) in bars.close.sma(period: period) }
        let bars = Bars()
        let plan = Plan(
            .long(
                enter: average(bars, 10).crosses(above: average(bars, 50)),
                exit: average(bars, 10).crosses(below: average(bars, 50))), name: "Crossing")
        backtest = Backtest(measuring: plan)
    }

    /// Runs the rule and measures what came of it.
    public func run() -> [RunResult] { backtest.run([subject]) }

    /// Writes the page of a run into a folder and returns its path.
    ///
    /// - Throws: where the folder cannot be written.
    public func writePage(of results: [RunResult], to folder: URL) throws(ReportError) -> String {
        try ReportWriter(folder: folder.path).writePage(results)
    }
}
