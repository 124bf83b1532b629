import Backtesting
import Charts

/// The trades of a run: a table for the first paint, which the script turns over and sorts.
struct TradeList {
    let result: RunResult
    let language: Language
    /// The most trades in the page's text; the script shows all.
    let limit: Int
    private let price: PriceText

    init(result: RunResult, language: Language, limit: Int) {
        (self.result, self.language, self.limit) = (result, language, limit)
        price = PriceText(result.bars)
    }

    var html: String {
        let title = Phrases.trades.text(language)
        let closed = Phrases.tradeCount.text(language, FigureText.count(result.trades.count))
        let openCount = result.openPositions.count
        let open =
            openCount == 0 ? "" : ", \(Phrases.openCount.text(language, "\(openCount)"))"
        let head = "<h3>\(title) <span class=\"data\">\(closed)\(open)</span></h3>"
        guard !result.trades.isEmpty || openCount > 0 else {
            return head + Hypertext.element("p", Phrases.noTrade.text(language))
        }
        let left = max(0, result.trades.count - limit)
        let note =
            left == 0
            ? ""
            : "<noscript>"
                + Hypertext.element("p", Phrases.tradesLeft.text(language, "\(left)"))
                + "</noscript>"
        return head + note + splitNote
            + Hypertext.table(heads, rows: rows, styleClass: "trades", caption: title)
            + "<div class=\"pager\"></div>"
    }

    /// Prices and quantities are booked on the shares of their day, the chart is not.
    private var splitNote: String {
        let factors = result.bars.factor
        guard let first = result.trades.first?.entryRow, factors.indices.contains(first),
            factors[first...].contains(where: { $0 != factors[first] })
        else { return "" }
        return Hypertext.element("p", Phrases.splitNote.text(language), styleClass: "note")
    }

    private var heads: [Hypertext.Head] {
        let keys: [(Phrase, String, String)] =
            [
                (Phrases.number, "number", "")
            ] + (isShared ? [(Phrases.symbol, "symbol", "text")] : []) + [
                (Phrases.side, "side", "text"),
                (Phrases.entry, "entry", ""), (Phrases.price, "entryPrice", ""),
                (Phrases.exit, "exit", ""), (Phrases.price, "exitPrice", ""),
                (Phrases.quantity, "quantity", ""), (Phrases.profit, "profit", ""),
                (Phrases.share, "share", ""), (Phrases.bars, "length", ""),
                (Phrases.reason, "reason", ""),
            ]
        return keys.map { phrase, key, style in
            Hypertext.Head(phrase.text(language), isSortable: true, key: key, styleClass: style)
        }
    }

    /// True where several instruments share the account.
    private var isShared: Bool { result.members != nil }

    private func symbolCell(_ symbol: String?) -> String {
        isShared ? Hypertext.element("td", symbol ?? "") : ""
    }

    private var rows: [String] {
        let time = TimeText(result.bars.times)
        let start = max(0, result.trades.count - limit)
        var rows = result.trades.indices.suffix(from: start).map { index in
            row(of: result.trades[index], number: index + 1, time: time)
        }
        rows += result.openPositions.map { row(of: $0, time: time) }
        return rows
    }

    private func row(of trade: TradeRecord, number: Int, time: TimeText) -> String {
        let tone = String(Hypertext.tone(trade.profit).dropFirst())
        let style = tone.isEmpty ? "" : " class=\"\(tone)\""
        let profit = Hypertext.minus(FigureText.cents(trade.profit))
        let share = Hypertext.minus(FigureText.percent(trade.returnFraction, isSigned: true))
        return "<tr><td>\(number)</td>\(symbolCell(trade.symbol))<td>\(word(trade.side))</td>"
            + "<td>\(time.shortText(of: trade.entryTime))</td>"
            + "<td>\(price.text(trade.entryPrice))</td>"
            + "<td>\(time.shortText(of: trade.exitTime))</td>"
            + "<td>\(price.text(trade.exitPrice))</td>"
            + "<td>\(FigureText.amount(trade.quantity))</td><td\(style)>\(profit)</td>"
            + "<td\(style)>\(share)</td><td>\(FigureText.count(trade.barCount))</td>"
            + "<td>\(word(trade.exitReason))</td></tr>"
    }

    private func row(of position: OpenPositionRecord, time: TimeText) -> String {
        let profit = FigureText.cents(position.unrealizedProfit)
        return "<tr class=\"open\"><td></td>\(symbolCell(position.symbol))"
            + Hypertext.element("td", word(position.side))
            + Hypertext.element("td", time.shortText(of: position.entryTime))
            + Hypertext.element("td", price.text(position.entryPrice))
            + "<td></td><td></td>" + Hypertext.element("td", FigureText.amount(position.quantity))
            + Hypertext.figure("td", profit, value: position.unrealizedProfit)
            + "<td></td><td></td>"
            + Hypertext.element("td", Phrases.openPosition.text(language)) + "</tr>"
    }

    private func word(_ text: String) -> String {
        MarkupText.escaped(Phrases.word(text, language))
    }
}
