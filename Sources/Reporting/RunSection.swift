import Backtesting
import Charts

/// The part of a page that shows one run.
struct RunSection {
    let result: RunResult
    let anchor: String
    let options: ReportOptions

    private var language: Language { options.language }

    var html: String {
        let figures = FigureTable(
            list: FigureList(result: result, language: language),
            strategy: result.strategy, anchor: anchor, language: language)
        let title = MarkupText.escaped(result.symbol.shortened)
        return "<section class=\"run\" id=\"\(anchor)\" aria-labelledby=\"\(anchor)-title\">"
            + "<h2 id=\"\(anchor)-title\" dir=\"auto\">\(title)</h2>"
            + Hypertext.prose(
                Headline(result, language: language).text, styleClass: "headline")
            + ruin + figures.tiles + charts + returns
            + DrawdownTable(result: result, language: language).html
            + BreakdownTables(groups: result.tables.groups, language: language).html
            + TradeList(result: result, language: language, limit: 100).html
            + "<h3>\(Phrases.figures.text(language))</h3>" + figures.table + rules
            + "<h3>\(Phrases.settingsAndData.text(language))</h3>"
            + Provenance(result: result, language: language).html + "</section>"
    }

    private var ruin: String {
        let isRuined =
            result.trades.last?.exitReason == "ruin" || (result.equity.last ?? 1) <= 0
        return isRuined
            ? Hypertext.element("p", Phrases.ruin.text(language), styleClass: "warning") : ""
    }

    private var charts: String {
        guard !result.bars.times.isEmpty else {
            return Hypertext.element("p", Phrases.noBars.text(language))
        }
        let panels = RunPanels(result, anchor: anchor, language: language)
        let all = panels.all
        let (times, time) = (result.bars.times, TimeText(result.bars.times))
        let ticks = RowTicks.ticks(times, atMost: 12, language: language)
        let isWide = all.first { $0.hasTrades }?.isLogarithmic ?? false
        let toolbar = ChartToolbar(
            language: language, isDaily: time.isDaily,
            switches: [
                ("equity", Phrases.equity.text(language), false),
                ("price", Phrases.price.text(language), isWide),
            ], hasDrawdowns: !result.tables.drawdowns.isEmpty)
        let drawings = Panel.html(all, rowCount: times.count, ticks: ticks)
        let figures = zip(all, drawings).map { panel, html in
            panel.hasTrades
                ? html + "<div class=\"why\" role=\"status\" tabindex=\"-1\" hidden></div>" : html
        }
        let notes = panels.missing.map { Hypertext.element("p", $0, styleClass: "note") }
        return "<div class=\"workspace\">\(toolbar.html)\(panels.shown.note(language))"
            + "\(figures.joined())\(notes.joined())\(toolbar.help)</div>"
            + RunPayload(result: result, panels: panels, all: all).html
    }

    private var returns: String {
        let html = ReturnsSection(result: result, language: language).html
        let isEmpty = result.tables.months.isEmpty && result.tables.returns.isEmpty
        return isEmpty ? "" : "<h3>\(Phrases.returns.text(language))</h3>" + html
    }

    private var rules: String {
        guard !result.rules.isEmpty else { return "" }
        let title = Phrases.rules.text(language)
        let rows = result.rules.map { rule in
            "<tr>" + Hypertext.element("td", Phrases.word(rule.wish, language), styleClass: "text")
                + "<td class=\"long rule-text\">\(MarkupText.escaped(rule.text))</td></tr>"
        }
        return "<h3>\(title)</h3>"
            + Hypertext.table(
                [
                    .init(Phrases.wish.text(language)),
                    .init(Phrases.rule.text(language), styleClass: "long"),
                ], rows: rows, styleClass: "rules", caption: title)
    }
}
