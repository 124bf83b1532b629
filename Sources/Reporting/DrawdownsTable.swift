import Backtesting

/// The deepest drawdowns with their dates as comma-separated text: `drawdowns.csv`.
public struct DrawdownsTable: Sendable, RunTable {
    /// The names of the columns.
    public static let columns = [
        "depth", "peak_time", "trough_time", "recovery_time", "bars", "days",
    ]

    private let result: RunResult

    /// The table of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The table, the deepest first, at most ten.
    public var csv: String { plainText }

    func write(to writer: inout DelimitedWriter) {
        let times = result.bars.times
        let isDaily = TimeText(times).isDaily
        writer.row(Self.columns.map { .text($0) })
        func time(_ row: Int?) {
            if let row, times.indices.contains(row) {
                writer.time(times[row], isDaily: isDaily)
            } else {
                writer.number(nil)
            }
        }
        for fall in result.tables.drawdowns {
            writer.number(fall.depth)
            time(fall.peakRow)
            time(fall.troughRow)
            time(fall.recoveryRow)
            writer.number(Double(fall.barCount))
            writer.number(Double(fall.dayCount))
            writer.endRow()
        }
    }
}
