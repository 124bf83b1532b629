import Backtesting

/// The orders that came to nothing as comma-separated text: `rejections.csv`.
public struct RejectionsTable: Sendable, RunTable {
    /// The names of the columns.
    public static let columns = ["time", "kind", "reason", "symbol"]

    private let result: RunResult

    /// The table of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The table, one row an order, in order of time.
    public var csv: String { plainText }

    func write(to writer: inout DelimitedWriter) {
        let isDaily = TimeText(result.bars.times).isDaily
        writer.row(Self.columns.map { .text($0) })
        for rejection in result.rejections {
            writer.time(rejection.time, isDaily: isDaily)
            writer.text(rejection.kind)
            writer.text(rejection.reason)
            writer.text(rejection.symbol ?? result.symbol)
            writer.endRow()
        }
    }
}
