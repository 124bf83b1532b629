import Backtesting
import Charts

/// The entries and exits of a run as markers at their own rows.
struct TradeMarkers {
    private(set) var entries: [Marker] = []
    private(set) var exitsWon: [Marker] = []
    private(set) var exitsLost: [Marker] = []
    private let bars: BarColumns
    private let time: TimeText

    init(_ result: RunResult) {
        bars = result.bars
        time = TimeText(result.bars.times)
        for trade in result.trades { add(trade) }
        if let position = result.openPosition {
            let row = position.entryRow
            addEntry(row: row, price: position.entryPrice, side: position.side, remark: "open")
        }
    }

    private mutating func add(_ trade: TradeRecord) {
        let profit = FigureText.money(trade.profit, isSigned: true)
        addEntry(row: trade.entryRow, price: trade.entryPrice, side: trade.side, remark: profit)
        guard
            let marker = marker(
                row: trade.exitRow, price: trade.exitPrice,
                direction: trade.side == "short" ? .up : .down,
                label: "Exit (\(trade.exitReason))", remark: profit)
        else { return }
        if trade.profit > 0 { exitsWon.append(marker) } else { exitsLost.append(marker) }
    }

    private mutating func addEntry(row: Int, price: Double, side: String, remark: String) {
        let marker = marker(
            row: row, price: price, direction: side == "short" ? .down : .up,
            label: "Entry, \(side)", remark: remark)
        if let marker { entries.append(marker) }
    }

    private func marker(
        row: Int, price: Double, direction: Marker.Direction, label: String, remark: String
    ) -> Marker? {
        guard bars.times.indices.contains(row) else { return nil }
        let date = time.text(of: bars.times[row])
        return Marker(
            row: row, value: place(of: price, row: row), direction: direction,
            label: "\(label) \(date) at \(FigureText.price(price)), \(remark)")
    }

    /// The price, or the close where the price stands on another share basis than the bar.
    private func place(of price: Double, row: Int) -> Double {
        let isWithin = price >= bars.low[row] * 0.8 && price <= bars.high[row] * 1.25
        return isWithin ? price : bars.close[row]
    }
}
