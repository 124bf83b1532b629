import Backtesting

/// The returns of months and years as comma-separated text: `monthly.csv`.
public struct MonthlyTable: Sendable, RunTable {
    /// The names of the columns; returns are fractions.
    public static let columns = ["year", "month", "return", "buy_and_hold_return"]

    private let result: RunResult

    /// The table of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The table: the months in order, then the years, whose month is empty.
    public var csv: String { plainText }

    func write(to writer: inout DelimitedWriter) {
        writer.row(Self.columns.map { .text($0) })
        for period in result.tables.months + result.tables.years {
            writer.row([
                .integer(period.year), period.month.map { .integer($0) } ?? .empty,
                .number(period.value), .number(period.held),
            ])
        }
    }
}
