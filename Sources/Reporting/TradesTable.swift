import Backtesting

/// The round trips of a run as comma-separated text: `trades.csv`.
public struct TradesTable: Sendable {
    /// The names of the columns. Prices and money have the run's currency.
    public static let columns = [
        "side", "entry_time", "entry_price", "exit_time", "exit_price", "quantity", "fees",
        "distributions", "profit", "return", "exit_reason", "stop_price", "target_price", "status",
    ]

    private let result: RunResult

    /// The table of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The table: closed trades in order of their exit, then the open position.
    ///
    /// Profit is (exit − entry) × quantity, negative for a short, − fees + distributions, with both
    /// prices on the share basis of the exit. The open position has no exit; its
    /// profit is unrealised, which `status` says: `open`.
    public var csv: String {
        let time = TimeText(result.bars.times)
        var text = DelimitedText.row(Self.columns.map { .text($0) })
        for trade in result.trades { text += row(of: trade, time: time) }
        if let position = result.openPosition { text += row(of: position, time: time) }
        return text
    }

    private func row(of trade: TradeRecord, time: TimeText) -> String {
        DelimitedText.row([
            .text(trade.side), .text(time.text(of: trade.entryTime)), .number(trade.entryPrice),
            .text(time.text(of: trade.exitTime)), .number(trade.exitPrice),
            .number(trade.quantity), .number(trade.fees), .number(trade.distributions),
            .number(trade.profit),
            .number(trade.returnFraction), .text(trade.exitReason), .number(trade.stopPrice),
            .number(trade.targetPrice), .text("closed"),
        ])
    }

    private func row(of position: OpenPositionRecord, time: TimeText) -> String {
        DelimitedText.row([
            .text(position.side), .text(time.text(of: position.entryTime)),
            .number(position.entryPrice), .empty, .empty, .number(position.quantity),
            .number(position.fees), .number(position.distributions),
            .number(position.unrealizedProfit), .empty, .empty, .empty, .empty, .text("open"),
        ])
    }
}
