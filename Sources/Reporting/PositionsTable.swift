import Backtesting

/// The units held by bar as comma-separated text: `positions.csv`.
public struct PositionsTable: Sendable, RunTable {
    /// The names of the columns; a short position is negative.
    public static let columns = ["time", "quantity", "symbol"]

    private let result: RunResult

    /// The table of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The table, one row a bar; of a portfolio one for each change of what is held.
    public var csv: String { plainText }

    var byteEstimate: Int { result.positions.count * 32 + 100 }

    func write(to writer: inout DelimitedWriter) {
        let times = result.bars.times
        let isDaily = TimeText(times).isDaily
        writer.row(Self.columns.map { .text($0) })
        if let changes = result.unitChanges {
            for change in changes {
                writer.time(change.time, isDaily: isDaily)
                writer.number(change.quantity)
                writer.text(change.symbol)
                writer.endRow()
            }
            return
        }
        for (time, quantity) in zip(times, result.positions) {
            writer.time(time, isDaily: isDaily)
            writer.number(quantity)
            writer.text(result.symbol)
            writer.endRow()
        }
    }
}
