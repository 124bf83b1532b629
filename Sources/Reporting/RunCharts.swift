import Backtesting
import Charts

/// The three charts of a run: equity, drawdown, price with its trades.
struct RunCharts {
    let result: RunResult
    let columns: Int
    private let ticks: [RowTick]

    init(_ result: RunResult, columns: Int) {
        (self.result, self.columns) = (result, columns)
        let time = TimeText(result.bars.times)
        ticks = CalendarTicks.ticks(
            times: result.bars.times.map { time.text(of: $0) }, atMost: 12)
    }

    var html: String {
        guard !result.bars.times.isEmpty else { return Hypertext.element("p", "No bars.") }
        return figure("Equity", equity) + figure("Drawdown", drawdown) + figure(priceName, price)
    }

    private func figure(_ caption: String, _ chart: Chart) -> String {
        "<figure>\(Hypertext.element("figcaption", caption))"
            + "<div class=\"scroll\">\(chart.svg())</div></figure>"
    }

    private func chart(_ name: String, marks: [any Mark], height: Double) -> Chart {
        Chart(
            title: "\(name) of \(result.strategy) on \(result.symbol)",
            rowCount: result.bars.times.count, rowTicks: ticks, marks: marks, height: height,
            columns: columns)
    }

    private var equity: Chart {
        chart(
            "Equity",
            marks: [
                RuleMark(result.settings.cash, tone: .neutral),
                LineMark(result.buyAndHold, legend: "Buy and hold", tone: .secondary),
                LineMark(result.equity, legend: result.strategy.shortened, tone: .primary),
            ], height: 300)
    }

    private var drawdown: Chart {
        let cash = result.settings.cash
        let held = Drawdown.fractions(of: result.buyAndHold, cash: cash).map { -$0 }
        let own = Drawdown.fractions(of: result.equity, cash: cash).map { -$0 }
        var chart = chart(
            "Drawdown",
            marks: [
                LineMark(held, legend: "Buy and hold", tone: .secondary),
                AreaMark(own, legend: result.strategy.shortened, tone: .primary),
            ], height: 190)
        chart.tickFormat = .percent
        return chart
    }

    private var price: Chart {
        let close = self.close
        var marks: [any Mark] = [LineMark(close, legend: "Close", tone: .neutral)]
        let markers = TradeMarkers(result)
        if !markers.exitsLost.isEmpty {
            marks.append(MarkerMark(markers.exitsLost, legend: "Exit, loss", tone: .negative))
        }
        if !markers.exitsWon.isEmpty {
            marks.append(MarkerMark(markers.exitsWon, legend: "Exit, gain", tone: .positive))
        }
        if !markers.entries.isEmpty {
            marks.append(MarkerMark(markers.entries, legend: "Entry", tone: .primary))
        }
        var chart = chart("Close and trades", marks: marks, height: 300)
        chart.scale = isWide ? .logarithmic : .linear
        return chart
    }

    /// The closes on the share basis of the last bar, so that a split is no crash.
    private var close: [Double] { zip(result.bars.close, result.bars.factor).map { $0 * $1 } }

    private var priceName: String {
        isWide ? "Close and trades, logarithmic" : "Close and trades"
    }

    /// True when the price grew or fell so much that a linear axis would hide its beginning.
    private var isWide: Bool {
        let known = close.filter(\.isFinite)
        guard let low = known.min(), let high = known.max(), low > 0 else { return false }
        return high / low > 8
    }
}

extension String {
    /// A name that fits a legend.
    fileprivate var shortened: String {
        count > 40 ? prefix(39) + "…" : self
    }
}
