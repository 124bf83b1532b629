import Backtesting

/// The closed trades by what they share: side, year, exit reason.
struct BreakdownTables {
    let groups: [TradeGroup]
    let language: Language

    var html: String {
        guard !groups.isEmpty else { return "" }
        let kinds: [(String, Phrase)] = [
            ("side", Phrases.bySide), ("reason", Phrases.byReason), ("year", Phrases.byYear),
        ]
        let tables = kinds.compactMap { kind, title -> String? in
            let own = groups.filter { $0.kind == kind }
            return own.isEmpty ? nil : table(own, title: title.text(language))
        }
        return "<h3>\(Phrases.breakdown.text(language))</h3><div class=\"trio\">"
            + tables.joined() + "</div>"
    }

    private func table(_ groups: [TradeGroup], title: String) -> String {
        let heads = [
            Hypertext.Head(title, isSortable: true),
            .init(Phrases.count.text(language), isSortable: true),
            .init(Phrases.winRate.text(language), isSortable: true),
            .init(Phrases.meanReturn.text(language), isSortable: true),
            .init(Phrases.profit.text(language), isSortable: true),
        ]
        let rows = groups.map { group in
            "<tr>" + Hypertext.element("td", Phrases.word(group.key, language))
                + Hypertext.sorted("\(group.count)", by: Double(group.count))
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
