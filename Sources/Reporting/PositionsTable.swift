import Backtesting

/// The units held by bar as comma-separated text: `positions.csv`.
public struct PositionsTable: Sendable, RunTable {
    /// The names of the columns; a short position is negative.
    public static let columns = ["time", "quantity"]

    private let result: RunResult

    /// The table of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The table, one row a bar.
    public var csv: String { plainText }

    var byteEstimate: Int { result.positions.count * 32 + 100 }

    func write(to writer: inout DelimitedWriter) {
        let times = result.bars.times
        let isDaily = TimeText(times).isDaily
        writer.row(Self.columns.map { .text($0) })
        for (time, quantity) in zip(times, result.positions) {
            writer.time(time, isDaily: isDaily)
            writer.number(quantity)
            writer.endRow()
        }
    }
}
