import Backtesting

/// The closed trades by what they share: side, year, exit reason.
struct BreakdownTables {
    let groups: [TradeGroup]
    let language: Language

    var html: String {
        guard !groups.isEmpty else { return "" }
        let parts = [
            table("side", Phrases.bySide) + table("reason", Phrases.byReason),
            table("year", Phrases.byYear),
        ]
        return "<h3>\(Phrases.breakdown.text(language))</h3><div class=\"pair\">"
            + parts.map { "<div class=\"stack\">\($0)</div>" }.joined() + "</div>"
    }

    private func table(_ kind: String, _ phrase: Phrase) -> String {
        let own = groups.filter { $0.kind == kind }
        guard !own.isEmpty else { return "" }
        let title = phrase.text(language)
        let heads = [
            Hypertext.Head(title, isSortable: true),
            .init(Phrases.count.text(language), isSortable: true),
            .init(Phrases.winRate.text(language), isSortable: true),
            .init(Phrases.meanReturn.text(language), isSortable: true),
            .init(Phrases.profit.text(language), isSortable: true),
        ]
        let rows = own.map { group in
            "<tr>" + Hypertext.element("td", Phrases.word(group.key, language))
                + Hypertext.sorted(FigureText.count(group.count), by: Double(group.count))
                + Hypertext.sorted(
                    FigureText.percent(group.winRate, decimals: 0), by: group.winRate)
                + Hypertext.sorted(
                    FigureText.percent(group.meanReturn, isSigned: true), by: group.meanReturn,
                    tone: group.meanReturn)
                + Hypertext.sorted(
                    FigureText.rounded(group.profit), by: group.profit, tone: group.profit)
                + "</tr>"
        }
        return Hypertext.table(heads, rows: rows, styleClass: "sortable", caption: title)
    }
}
