import Backtesting

/// The deepest drawdowns of a run.
struct DrawdownTable {
    let result: RunResult
    let language: Language

    var html: String {
        let falls = result.tables.drawdowns
        let title = Phrases.drawdowns.text(language)
        let head = "<h3>\(title)</h3>"
        guard !falls.isEmpty else {
            return result.metrics.maxDrawdown == 0
                ? head + Hypertext.element("p", Phrases.noDrawdown.text(language)) : ""
        }
        let heads = [
            Hypertext.Head(Phrases.number.text(language), isSortable: true),
            .init(Phrases.depth.text(language), isSortable: true),
            .init(Phrases.peak.text(language), isSortable: true),
            .init(Phrases.trough.text(language), isSortable: true),
            .init(Phrases.recovery.text(language), isSortable: true),
            .init(Phrases.bars.text(language), isSortable: true),
            .init(Phrases.days.text(language), isSortable: true),
        ]
        let rows = falls.enumerated().map { index, fall in row(fall, index + 1) }
        return head
            + Hypertext.table(
                heads, rows: rows, styleClass: "drawdowns sortable", caption: title)
    }

    private func row(_ fall: DrawdownRecord, _ number: Int) -> String {
        let time = TimeText(result.bars.times)
        let date: (Int) -> String = { row in
            result.bars.times.indices.contains(row)
                ? time.shortText(of: result.bars.times[row]) : "–"
        }
        let recovery = fall.recoveryRow.map(date) ?? Phrases.notYet.text(language)
        return "<tr>" + Hypertext.sorted("\(number)", by: Double(number))
            + Hypertext.sorted(FigureText.percent(fall.depth), by: fall.depth)
            + Hypertext.element("td", fall.peakRow.map(date) ?? Phrases.start.text(language))
            + Hypertext.element("td", date(fall.troughRow)) + Hypertext.element("td", recovery)
            + Hypertext.sorted(FigureText.count(fall.barCount), by: Double(fall.barCount))
            + Hypertext.sorted(FigureText.count(fall.dayCount), by: Double(fall.dayCount)) + "</tr>"
    }
}
