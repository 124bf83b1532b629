import ArgumentParser
import Backtesting
import Reporting

/// How much of a backtest is written to be read, as `--reports` says it.
enum ReportExtent: String, ExpressibleByArgument, CaseIterable {
    /// A page and tables for every run.
    case all
    /// No file at all; the run is kept nevertheless.
    case none
}

/// What becomes of the results of one backtest on the terminal and on the disk.
struct BacktestScale {
    /// The most results that are shown and written one by one without being asked for.
    static let mostResults = 64

    /// True where a line a strategy is all that can be read.
    let isLarge: Bool
    private let asked: ReportExtent?

    /// The scale of so many results.
    init(_ asked: ReportExtent?, isNamed: Bool, count: Int) {
        self.asked = asked
        isLarge = !isNamed || count > Self.mostResults
    }

    /// True where every run has a page and tables.
    var writesPages: Bool { asked == .all || (asked == nil && !isLarge) }
    /// True where there is a folder of results.
    var writesFolder: Bool { asked != ReportExtent.none }
    /// True where the runs are kept with all their columns.
    var keepsColumns: Bool { asked == .all || !isLarge }
}
