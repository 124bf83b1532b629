import Backtesting

/// The account by bar as comma-separated text: `equity.csv`.
public struct EquityTable: Sendable {
    /// The names of the columns; the drawdown is a fraction ≥ 0.
    public static let columns = ["time", "close", "equity", "buy_and_hold", "drawdown"]

    private let result: RunResult

    /// The table of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The table, one row a bar.
    public var csv: String {
        let time = TimeText(result.bars.times)
        let drawdown = Drawdown.fractions(of: result.equity, cash: result.settings.cash)
        var text = DelimitedText.row(Self.columns.map { .text($0) })
        for row in result.bars.times.indices {
            text += DelimitedText.row([
                .text(time.text(of: result.bars.times[row])), .number(result.bars.close[row]),
                .number(Self.value(result.equity, row)),
                .number(Self.value(result.buyAndHold, row)), .number(Self.value(drawdown, row)),
            ])
        }
        return text
    }

    private static func value(_ column: [Double], _ row: Int) -> Double? {
        column.indices.contains(row) ? column[row] : nil
    }
}
