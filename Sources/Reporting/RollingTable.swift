import Backtesting

/// The ratios over a moving window as comma-separated text: `rolling.csv`.
public struct RollingTable: Sendable, RunTable {
    /// The names of the columns.
    public static let columns = ["time", "sharpe_annualized", "volatility_annualized", "beta"]

    private let result: RunResult

    /// The table of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The table, one row a bar from the first that has a full window.
    public var csv: String { plainText }

    var byteEstimate: Int { result.bars.times.count * 70 + 100 }

    func write(to writer: inout DelimitedWriter) {
        let times = result.bars.times
        let isDaily = TimeText(times).isDaily
        let rolling = result.tables.rolling
        let columns = [rolling.sharpe, rolling.volatility, rolling.beta]
        writer.row(Self.columns.map { .text($0) })
        for row in times.indices.dropFirst(max(0, rolling.barCount - 1)) {
            writer.time(times[row], isDaily: isDaily)
            for column in columns { writer.number(row < column.count ? column[row] : nil) }
            writer.endRow()
        }
    }
}
