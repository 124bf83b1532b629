import Backtesting

/// The account by bar as comma-separated text: `equity.csv`.
public struct EquityTable: Sendable, RunTable {
    /// The names of the columns; the drawdown is a fraction ≥ 0, the benchmark empty without one.
    public static let columns = [
        "time", "close", "equity", "buy_and_hold", "drawdown", "benchmark",
    ]

    private let result: RunResult

    /// The table of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The table, one row a bar.
    public var csv: String { plainText }

    var byteEstimate: Int { result.bars.times.count * 96 + 100 }

    func write(to writer: inout DelimitedWriter) {
        let times = result.bars.times
        let isDaily = TimeText(times).isDaily
        writer.row(Self.columns.map { .text($0) })
        for row in times.indices {
            writer.time(times[row], isDaily: isDaily)
            writer.number(Self.value(result.bars.close, row))
            writer.number(Self.value(result.equity, row))
            writer.number(Self.value(result.buyAndHold, row))
            writer.number(Self.value(result.tables.underwater, row))
            writer.number(Self.value(result.tables.benchmark ?? [], row))
            writer.endRow()
        }
    }

    @inline(__always)
    private static func value(_ column: [Double], _ row: Int) -> Double? {
        row < column.count ? column[row] : nil
    }
}
