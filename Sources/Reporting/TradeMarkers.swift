import Backtesting
import Charts

/// The entries and exits of a run as markers at their own bars.
struct TradeMarkers {
    private(set) var entries: [Marker] = []
    private(set) var exitsWon: [Marker] = []
    private(set) var exitsLost: [Marker] = []
    private let bars: BarColumns
    private let time: TimeText
    private let booked: PriceText

    init(_ result: RunResult, _ booked: PriceText) {
        self.booked = booked
        bars = result.bars
        time = TimeText(result.bars.times)
        for trade in result.trades { add(trade) }
        for position in result.openPositions {
            let row = position.entryRow
            addEntry(
                row: row, basisRow: bars.times.count - 1, price: position.entryPrice,
                side: position.side, remark: "open", symbol: position.symbol)
        }
    }

    private mutating func add(_ trade: TradeRecord) {
        let profit = FigureText.money(trade.profit, isSigned: true)
        addEntry(
            row: trade.entryRow, basisRow: trade.exitRow, price: trade.entryPrice,
            side: trade.side, remark: profit, symbol: trade.symbol)
        guard
            let marker = marker(
                row: trade.exitRow, basisRow: trade.exitRow, price: trade.exitPrice,
                direction: trade.side == "short" ? .up : .down,
                label: "Exit (\(trade.exitReason))", remark: profit, symbol: trade.symbol)
        else { return }
        if trade.profit > 0 { exitsWon.append(marker) } else { exitsLost.append(marker) }
    }

    private mutating func addEntry(
        row: Int, basisRow: Int, price: Double, side: String, remark: String, symbol: String?
    ) {
        let marker = marker(
            row: row, basisRow: basisRow, price: price, direction: side == "short" ? .down : .up,
            label: "Entry, \(side)", remark: remark, symbol: symbol)
        if let marker { entries.append(marker) }
    }

    /// A marker at the price as the chart shows it: on the share basis of the last bar. The label
    /// says the price as it was booked, on the basis of `basisRow`. One of a portfolio stands at
    /// the index, and names its instrument.
    private func marker(
        row: Int, basisRow: Int, price: Double, direction: Marker.Direction, label: String,
        remark: String, symbol: String?
    ) -> Marker? {
        guard bars.times.indices.contains(row), bars.factor.indices.contains(basisRow) else {
            return nil
        }
        let date = time.text(of: bars.times[row])
        let level = symbol == nil ? price * bars.factor[basisRow] : bars.close[row]
        let name = symbol.map { $0 + ": " } ?? ""
        return Marker(
            row: row, value: level, direction: direction,
            label: "\(name)\(label) \(date) at \(booked.text(price)), \(remark)")
    }
}
