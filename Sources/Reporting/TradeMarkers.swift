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
        if let position = result.openPosition {
            let row = position.entryRow
            addEntry(
                row: row, basisRow: bars.times.count - 1, price: position.entryPrice,
                side: position.side, remark: "open")
        }
    }

    private mutating func add(_ trade: TradeRecord) {
        let profit = FigureText.money(trade.profit, isSigned: true)
        addEntry(
            row: trade.entryRow, basisRow: trade.exitRow, price: trade.entryPrice,
            side: trade.side, remark: profit)
        guard
            let marker = marker(
                row: trade.exitRow, basisRow: trade.exitRow, price: trade.exitPrice,
                direction: trade.side == "short" ? .up : .down,
                label: "Exit (\(trade.exitReason))", remark: profit)
        else { return }
        if trade.profit > 0 { exitsWon.append(marker) } else { exitsLost.append(marker) }
    }

    private mutating func addEntry(
        row: Int, basisRow: Int, price: Double, side: String, remark: String
    ) {
        let marker = marker(
            row: row, basisRow: basisRow, price: price, direction: side == "short" ? .down : .up,
            label: "Entry, \(side)", remark: remark)
        if let marker { entries.append(marker) }
    }

    /// A marker at the price as the chart shows it: on the share basis of the last bar. The label
    /// says the price as it was booked, on the basis of `basisRow`.
    private func marker(
        row: Int, basisRow: Int, price: Double, direction: Marker.Direction, label: String,
        remark: String
    ) -> Marker? {
        guard bars.times.indices.contains(row), bars.factor.indices.contains(basisRow) else {
            return nil
        }
        let date = time.text(of: bars.times[row])
        return Marker(
            row: row, value: price * bars.factor[basisRow], direction: direction,
            label: "\(label) \(date) at \(booked.text(price)), \(remark)")
    }
}
