import Backtesting
import Charts
import MarketData

/// The panels of a run, from the account down to the plan's own numbers, with all their bars.
struct RunPanels {
    let result: RunResult
    let anchor: String
    let language: Language
    /// The prices on the share basis of the last bar, so that a split is no crash.
    let prices: (open: [Double], high: [Double], low: [Double], close: [Double])
    /// How prices on that basis are written, and as they were booked.
    let (drawnPrice, booked): (PriceText, PriceText)
    /// The bars that the page's script gets.
    let shown: ShownRows

    init(_ result: RunResult, anchor: String, language: Language) {
        (self.result, self.anchor, self.language) = (result, anchor, language)
        let bars = result.bars
        let scaled = { Self.onLastBasis($0, bars) }
        prices = (scaled(bars.open), scaled(bars.high), scaled(bars.low), scaled(bars.close))
        booked = PriceText(bars)
        drawnPrice = PriceText(
            open: prices.open, high: prices.high, low: prices.low, close: prices.close)
        shown = ShownRows(
            count: bars.times.count,
            columns: [prices.high, prices.low, result.equity, result.buyAndHold]
                + [result.tables.benchmark].compactMap { $0 } + result.drawn.map(\.values),
            keeping: Self.namedRows(result), trades: Self.spans(result),
            decisions: Self.decisions(result))
    }

    /// The bars of trades and of drawdowns.
    private static func namedRows(_ result: RunResult) -> [Int] {
        let trades = result.trades.flatMap { [$0.entryRow, $0.exitRow] }
        let falls = result.tables.drawdowns.flatMap { fall in
            [fall.peakRow, fall.troughRow, fall.recoveryRow].compactMap { $0 }
        }
        return trades + falls + result.openPositions.map(\.entryRow)
    }

    /// The first and the last bar of each trade.
    private static func spans(_ result: RunResult) -> [ClosedRange<Int>] {
        result.trades.filter { $0.entryRow <= $0.exitRow }.map { $0.entryRow...$0.exitRow }
    }

    /// The bars that decided each trade.
    private static func decisions(_ result: RunResult) -> [[Int]] {
        let rows = DecisionRows(result.orders)
        return result.trades.map { trade in
            [rows.entry(filledAt: trade.entryRow), rows.exit(filledAt: trade.exitRow)]
        }
    }

    /// Prices as they were, on the share basis of the last bar.
    private static func onLastBasis(_ column: [Double], _ bars: BarColumns) -> [Double] {
        let factor = bars.factor
        let isPlain = factor.allSatisfy { $0 == 1 } || factor.count != column.count
        return isPlain ? column : zip(column, factor).map { $0 * $1 }
    }

    /// The panels that have something to show.
    var all: [Panel] {
        [equity, underwater, price] + drawnPanels + [position].compactMap { $0 } + rolling
    }

    private func panel(_ id: String, _ name: String, _ series: [PanelSeries]) -> Panel {
        Panel(
            id: "\(anchor)-\(id)", name: name,
            title: Phrases.chartTitle.text(language, name, result.strategy, result.symbol),
            series: series.filter { $0.values.count == result.bars.times.count })
    }

    private var equity: Panel {
        let benchmark = result.tables.benchmark.map { values in
            PanelSeries(
                column: "benchmark", label: result.settings.benchmark ?? "", tone: .first,
                values: values)
        }
        var panel = panel(
            "equity", Phrases.equity.text(language),
            [
                PanelSeries(
                    column: "held", label: Phrases.buyAndHold.text(language), tone: .secondary,
                    values: result.buyAndHold)
            ] + [benchmark].compactMap { $0 } + [
                PanelSeries(
                    column: "equity", label: result.strategy, tone: .primary,
                    values: result.equity)
            ])
        (panel.format, panel.height) = (.money, 270)
        return panel
    }

    private var underwater: Panel {
        let tables = result.tables
        var panel = panel(
            "underwater", Phrases.underwater.text(language),
            [
                PanelSeries(
                    column: "heldUnder", label: Phrases.buyAndHold.text(language),
                    tone: .secondary, values: tables.heldUnderwater.map { -$0 }),
                PanelSeries(
                    column: "under", label: result.strategy, tone: .primary, kind: .area,
                    values: tables.underwater.map { -$0 }),
            ])
        (panel.format, panel.base) = (.percent, 0)
        return panel
    }

    private var price: Panel {
        let drawn = result.drawn.enumerated().filter { $0.element.panel == "price" }
        let lines = drawn.enumerated().map { index, entry in
            PanelSeries(
                column: "drawn\(entry.offset)", label: entry.element.label,
                tone: Tone.further[index % Tone.further.count],
                values: Self.onLastBasis(entry.element.values, result.bars))
        }
        let candles = PanelSeries(
            column: "close",
            label: (result.members == nil ? Phrases.prices : Phrases.memberIndex).text(language),
            tone: .neutral, kind: result.members == nil ? .candles : .line, values: prices.close,
            candles: (prices.open, prices.high, prices.low))
        var panel = panel("price", Phrases.priceAndTrades.text(language), [candles] + lines)
        (panel.height, panel.isLogarithmic, panel.hasTrades) = (380, isWide, true)
        panel.decimals = drawnPrice.decimals
        panel.extent = Panel.extent(of: [prices.low, prices.high])
        let markers = TradeMarkers(result, booked)
        panel.markers = [
            MarkerMark(markers.exitsLost, tone: .negative),
            MarkerMark(markers.exitsWon, tone: .positive),
            MarkerMark(markers.entries, tone: .primary),
        ].filter { !$0.markers.isEmpty }
        return panel
    }

    /// Series of one panel share an axis.
    private var drawnPanels: [Panel] {
        var names: [String] = []
        for drawn in result.drawn where drawn.panel != "price" && !names.contains(drawn.panel) {
            names.append(drawn.panel)
        }
        return names.enumerated().map { number, name in
            let own = result.drawn.enumerated().filter { $0.element.panel == name }
            // Several outputs of one indicator: the panel is named for what they share.
            let isOutput = own.count > 1 && name.contains(").")
            var panel = panel(
                "drawn\(number)", isOutput ? Self.indicator(name) : name,
                own.enumerated().map { index, entry in
                    PanelSeries(
                        column: "drawn\(entry.offset)", label: entry.element.label,
                        tone: Tone.further[index % Tone.further.count],
                        values: entry.element.values)
                })
            panel.decimals = Panel.decimals(of: own.map(\.element.values))
            return panel
        }
    }

    /// `macd(close, 12, 26, 9)` of `macd(close, 12, 26, 9).line`.
    private static func indicator(_ name: String) -> String {
        name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    private var position: Panel? {
        guard result.positions.contains(where: { $0 != 0 }) else { return nil }
        var panel = panel(
            "position", Phrases.position.text(language),
            [
                PanelSeries(
                    column: "position",
                    label: (result.members == nil ? Phrases.quantity : Phrases.heldCount)
                        .text(language), tone: .primary, kind: .columns, lowTone: .negative,
                    isHeld: true, values: result.positions)
            ])
        (panel.format, panel.base, panel.height) = (.count, 0, 110)
        return panel
    }

    private var rollingParts: [(String, Phrase, [Double], Tone, Panel.Format)] {
        let rolling = result.tables.rolling
        return [
            ("sharpe", Phrases.rollingSharpe, rolling.sharpe, .primary, .ratio),
            ("volatility", Phrases.rollingVolatility, rolling.volatility, .first, .percent),
            ("beta", Phrases.rollingBeta, rolling.beta, .second, .ratio),
        ]
    }

    /// What cannot be drawn, in sentences.
    var missing: [String] {
        var sentences: [String] = []
        if position == nil { sentences.append(Phrases.noPosition.text(language)) }
        let (needed, count) = (result.tables.rolling.barCount, result.bars.times.count)
        let unknown = rollingParts.filter { !$0.2.contains(where: \.isFinite) }
        if count < needed {
            sentences.append(
                Phrases.rollingTooShort.text(
                    language, Phrases.bars(needed, language), Phrases.bars(count, language)))
        } else if !unknown.isEmpty {
            let names = unknown.map { $0.1.text(language, FigureText.count(needed)) }
            sentences.append(
                Phrases.undefinedPanel.text(language, names.joined(separator: ", ")))
        }
        if unknown.count < rollingParts.count,
            result.settings.convention != MetricConvention.finstage.rawValue
        {
            sentences.append(Phrases.rollingFormulas.text(language))
        }
        return sentences
    }

    private var rolling: [Panel] {
        let bars = FigureText.count(result.tables.rolling.barCount)
        return rollingParts.filter { $0.2.contains(where: \.isFinite) }.map {
            id, name, values, tone, format in
            var panel = panel(
                id, name.text(language, bars),
                [PanelSeries(column: id, label: result.strategy, tone: tone, values: values)])
            (panel.format, panel.height) = (format, 120)
            if id == "sharpe" { panel.base = 0 }
            return panel
        }
    }

    /// True when the price grew or fell so much that a linear axis would hide its beginning.
    private var isWide: Bool {
        var (low, high) = (Double.infinity, 0.0)
        for value in prices.low where value.isFinite { low = min(low, value) }
        for value in prices.high where value.isFinite { high = max(high, value) }
        return low > 0 && high / low > 8
    }
}
