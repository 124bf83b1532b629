import Backtesting

/// Every order of a run and what became of it as comma-separated text: `orders.csv`.
public struct OrdersTable: Sendable, RunTable {
    /// The names of the columns. Prices and money have the run's currency.
    public static let columns = [
        "decided_time", "side", "purpose", "status", "reason", "fill_time", "quantity", "price",
        "fee", "symbol",
    ]

    private let result: RunResult

    /// The table of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The table, in order of the decision; a rejected order has its reason.
    public var csv: String { plainText }

    func write(to writer: inout DelimitedWriter) {
        let isDaily = TimeText(result.bars.times).isDaily
        writer.row(Self.columns.map { .text($0) })
        for order in result.orders {
            writer.time(order.time, isDaily: isDaily)
            writer.text(order.side)
            writer.text(order.purpose)
            writer.text(order.status)
            writer.text(order.reason ?? "")
            writer.time(order.fillTime, isDaily: isDaily)
            writer.number(order.quantity)
            writer.number(order.price)
            writer.number(order.fee)
            writer.text(order.symbol ?? result.symbol)
            writer.endRow()
        }
    }
}
