import Backtesting
import Charts

/// The returns of a run by month, by year and by size.
struct ReturnsSection {
    let result: RunResult
    let language: Language

    var html: String { heatmap + "<div class=\"pair\">" + histogram + scatters + "</div>" }

    /// Months as shaded cells, the year and that of buying and holding beside them.
    private var heatmap: String {
        let months = result.tables.months
        guard !months.isEmpty else { return "" }
        var cells: [Int: [Int: PeriodReturn]] = [:]
        for month in months { cells[month.year, default: [:]][month.month ?? 0] = month }
        let largest = months.map(\.value.magnitude).filter(\.isFinite).max() ?? 1
        let rows = result.tables.years.map { year in
            let row = (1...12).map { month in
                cells[year.year]?[month].map { heatCell($0, largest: min(0.2, largest)) }
                    ?? "<td></td>"
            }
            return "<tr><th scope=\"row\">\(year.year)</th>\(row.joined())"
                + heatCell(year, largest: 0.6) + Hypertext.figure("td", percent(year.held))
                + "</tr>"
        }
        let head =
            [Hypertext.Head(Phrases.year.text(language))]
            + (1...12).map { Hypertext.Head(MonthName.short($0, language)) }
            + [.init(Phrases.year.text(language)), .init(Phrases.held.text(language))]
        let name = Phrases.monthly.text(language)
        return "<div class=\"block\"><p class=\"caption\">\(name)</p>"
            + Hypertext.table(head, rows: rows, styleClass: "heat", caption: name) + "</div>"
    }

    private func percent(_ value: Double) -> String {
        FigureText.percent(value, decimals: 1, isSigned: true)
    }

    private func heatCell(_ period: PeriodReturn, largest: Double) -> String {
        guard period.value.isFinite else { return "<td>–</td>" }
        let share = min(1, period.value.magnitude / max(largest, 1e-9))
        let mix = Int((6 + share * 34).rounded())
        let held = "\(Phrases.held.text(language)) \(percent(period.held))"
        let text = Hypertext.minus(percent(period.value).replacingPercent)
        guard period.value != 0 else { return "<td title=\"\(held)\">\(text)</td>" }
        return "<td class=\"\(period.value > 0 ? "up" : "down")\" style=\"--mix:\(mix)%\""
            + " title=\"\(held)\">\(text)</td>"
    }

    private var histogram: String {
        let all = result.tables.returns.filter(\.isFinite)
        let returns = all.filter { $0 != 0 }
        guard let low = returns.min(), let high = returns.max() else { return "" }
        let plot = Histogram(returns, title: Phrases.distribution.text(language)) {
            from, to, count in
            let phrase = from == nil ? Phrases.lowBin : to == nil ? Phrases.highBin : Phrases.bin
            return phrase.text(language, from ?? "", to ?? "", Phrases.bars(count, language))
        }
        let note = Phrases.distributionNote.text(
            language, Phrases.bars(returns.count, language),
            Hypertext.minus(FigureText.percent(low, isSigned: true)),
            Hypertext.minus(FigureText.percent(high, isSigned: true)),
            FigureText.count(all.count - returns.count))
        return "<figure class=\"block\">"
            + Hypertext.element("figcaption", Phrases.distribution.text(language)) + plot.svg
            + Hypertext.element("p", note, styleClass: "note") + "</figure>"
    }

    private var scatters: String {
        scatter("adverse", Phrases.excursions, Phrases.adverse, \.adverseExcursion)
            + scatter(
                "favorable", Phrases.bestExcursions, Phrases.favorable, \.favorableExcursion)
    }

    private func scatter(
        _ column: String, _ title: Phrase, _ label: Phrase,
        _ excursion: KeyPath<TradeRecord, Double>
    ) -> String {
        let trades = result.trades.filter {
            $0[keyPath: excursion].isFinite && $0.returnFraction.isFinite
        }
        guard trades.contains(where: { $0[keyPath: excursion] != 0 }) else {
            let reason = trades.isEmpty ? Phrases.noClosedTrade : Phrases.noExcursion
            let text = reason.text(language, title.text(language))
            return Hypertext.element("p", text, styleClass: "note")
        }
        let groups = [false, true].map { isWon in
            let own = trades.filter { ($0.profit > 0) == isWon }
            return ScatterPlot.Group(
                x: own.map { $0[keyPath: excursion] }, y: own.map(\.returnFraction),
                tone: isWon ? .positive : .negative)
        }
        let plot = ScatterPlot(
            title: title.text(language), groups: groups,
            xLabel: label.text(language), yLabel: Phrases.tradeReturn.text(language))
        let edges: (LinearScale) -> String = { scale in
            [scale.lower, scale.upper, scale.start, scale.end].map { "\($0)" }
                .joined(separator: " ")
        }
        return "<figure class=\"block\" data-column=\"\(column)\" data-x=\"\(edges(plot.xScale))\""
            + " data-y=\"\(edges(plot.yScale))\">"
            + Hypertext.element("figcaption", title.text(language)) + plot.svg
            + Hypertext.element(
                "p", Phrases.excursionNote.text(language), styleClass: "note") + "</figure>"
    }
}

extension String {
    /// The text without its sign of percent, for cells whose head says it.
    fileprivate var replacingPercent: String { hasSuffix("%") ? String(dropLast()) : self }
}
