import Backtesting
import MarketData

/// The round trips of a run as comma-separated text: `trades.csv`.
public struct TradesTable: Sendable, RunTable {
    /// The names of the columns. Prices and money have the run's currency.
    public static let columns = [
        "side", "entry_time", "entry_price", "exit_time", "exit_price", "quantity", "fees",
        "distributions", "profit", "return", "exit_reason", "stop_price", "target_price", "status",
        "bars", "adverse_excursion", "favorable_excursion", "risk_multiple",
        "symbol",
    ]

    private let result: RunResult

    /// The table of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The table: closed trades in order of their exit, then the open positions.
    ///
    /// Profit is (exit − entry) × quantity, negative for a short, − fees + distributions, with both
    /// prices on the share basis of the exit. The open position has no exit; its
    /// profit is unrealised, which `status` says: `open`.
    public var csv: String { plainText }

    var byteEstimate: Int { result.trades.count * 200 + 400 }

    func write(to writer: inout DelimitedWriter) {
        let isDaily = TimeText(result.bars.times).isDaily
        writer.row(Self.columns.map { .text($0) })
        for trade in result.trades { write(trade, isDaily, to: &writer) }
        for position in result.openPositions { write(position, isDaily, to: &writer) }
    }

    private func write(
        _ trade: TradeRecord, _ isDaily: Bool, to writer: inout DelimitedWriter
    ) {
        writer.text(trade.side)
        writer.time(trade.entryTime, isDaily: isDaily)
        writer.number(trade.entryPrice)
        writer.time(trade.exitTime, isDaily: isDaily)
        for value in [
            trade.exitPrice, trade.quantity, trade.fees, trade.distributions, trade.profit,
            trade.returnFraction,
        ] {
            writer.number(value)
        }
        writer.text(trade.exitReason)
        writer.number(trade.stopPrice)
        writer.number(trade.targetPrice)
        writer.text("closed")
        writer.integer(trade.barCount)
        writer.number(trade.adverseExcursion)
        writer.number(trade.favorableExcursion)
        writer.number(trade.riskMultiple)
        writer.text(trade.symbol ?? result.symbol)
        writer.endRow()
    }

    private func write(
        _ position: OpenPositionRecord, _ isDaily: Bool, to writer: inout DelimitedWriter
    ) {
        writer.text(position.side)
        writer.time(position.entryTime, isDaily: isDaily)
        writer.row([
            .number(position.entryPrice), .empty, .empty, .number(position.quantity),
            .number(position.fees), .number(position.distributions),
            .number(position.unrealizedProfit), .empty, .empty, .empty, .empty, .text("open"),
            .empty, .empty, .empty, .empty, .text(position.symbol ?? result.symbol),
        ])
    }
}
