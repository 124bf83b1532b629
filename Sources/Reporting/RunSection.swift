import Backtesting
import Charts

/// The part of a page that shows one run.
struct RunSection {
    /// The most trades shown in a page; the rest is in `trades.csv`.
    static let tradeLimit = 200

    let result: RunResult
    let anchor: String
    let columns: Int

    var html: String {
        "<section id=\"\(anchor)\">" + Hypertext.element("h2", result.symbol)
            + Hypertext.element("p", Headline(result).text, styleClass: "headline")
            + MetricTiles(result: result).html + RunCharts(result, columns: columns).html
            + trades + rejections + settings + provenance + "</section>"
    }

    private var trades: String {
        let time = TimeText(result.bars.times)
        let shown = result.trades.suffix(Self.tradeLimit)
        var rows = shown.map { row(of: $0, time: time) }
        if let position = result.openPosition { rows.append(row(of: position, time: time)) }
        guard !rows.isEmpty else { return details("Trades", "No trade was made.") }
        let left = result.trades.count - shown.count
        let note =
            left == 0
            ? "" : Hypertext.element("p", "The \(left) earlier trades are in trades.csv.")
        let table = Hypertext.table(
            head: [
                "Side", "Entry", "Price", "Exit", "Price", "Quantity", "Profit", "Return", "Reason",
            ], rows: rows, styleClass: "trades")
        let count = result.openPosition == nil ? "" : ", 1 open"
        return details("Trades (\(result.trades.count) closed\(count))", markup: note + table)
    }

    private func row(of trade: TradeRecord, time: TimeText) -> String {
        let profit = FigureText.money(trade.profit, isSigned: true)
        let share = FigureText.percent(trade.returnFraction, isSigned: true)
        return "<tr>" + Hypertext.element("td", trade.side)
            + Hypertext.element("td", time.text(of: trade.entryTime))
            + Hypertext.element("td", FigureText.price(trade.entryPrice))
            + Hypertext.element("td", time.text(of: trade.exitTime))
            + Hypertext.element("td", FigureText.price(trade.exitPrice))
            + Hypertext.element("td", FigureText.amount(trade.quantity))
            + Hypertext.figure("td", profit, value: trade.profit)
            + Hypertext.figure("td", share, value: trade.returnFraction)
            + Hypertext.element("td", trade.exitReason) + "</tr>"
    }

    private func row(of position: OpenPositionRecord, time: TimeText) -> String {
        let profit = FigureText.money(position.unrealizedProfit, isSigned: true)
        return "<tr class=\"open\">" + Hypertext.element("td", position.side)
            + Hypertext.element("td", time.text(of: position.entryTime))
            + Hypertext.element("td", FigureText.price(position.entryPrice))
            + "<td></td><td></td>"
            + Hypertext.element("td", FigureText.amount(position.quantity))
            + Hypertext.figure("td", profit, value: position.unrealizedProfit)
            + "<td></td>" + Hypertext.element("td", "open, unrealised") + "</tr>"
    }

    private var rejections: String {
        guard !result.rejections.isEmpty else { return "" }
        let time = TimeText(result.bars.times)
        let rows = RejectionCount.counts(of: result.rejections).prefix(50).map { count in
            "<tr>" + Hypertext.element("td", "\(count.count)")
                + Hypertext.element("td", time.text(of: count.first.time))
                + Hypertext.element("td", count.first.reason) + "</tr>"
        }
        return details(
            "Orders refused (\(result.rejections.count))",
            markup: Hypertext.table(
                head: ["Count", "First", "Reason"], rows: Array(rows), styleClass: "rejections"))
    }

    private func details(_ title: String, _ text: String) -> String {
        details(title, markup: Hypertext.element("p", text))
    }

    private func details(_ title: String, markup: String) -> String {
        "<details>\(Hypertext.element("summary", title))\(markup)</details>"
    }
}

extension RunSection {
    private var settings: String {
        let settings = result.settings
        let range = "\(settings.from ?? "the first bar") to \(settings.to ?? "the last bar")"
        let parameters = settings.parameters.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value) }
        let facts: [(String, String)] = [
            ("Range asked for", range), ("Cash", FigureText.money(settings.cash)),
            ("Size", settings.size), ("Whole shares", settings.wholeShares ? "yes" : "no"),
            ("Commission", settings.commission),
            ("Slippage", FigureText.percent(settings.slippage, decimals: 3)),
            ("Fill", settings.fill), ("Adjusted", settings.adjusted.rawValue),
            ("Rules", settings.preset ?? "Finstage"),
        ]
        return details(
            "Settings",
            markup: Hypertext.facts(parameters + facts)
                + Hypertext.element("p", "The command that repeats this run:")
                + Hypertext.element("pre", settings.command))
    }

    private var provenance: String {
        let passport = result.passport
        let facts: [(String, String)] = [
            ("Run", result.id), ("Dataset", passport.dataset), ("Origin", passport.origin),
            ("Licence", passport.licence), ("Selection", SelectionText.words(passport.selection)),
            ("Price basis", passport.priceBasis), ("Calendar", passport.calendar),
            (
                "Evaluated",
                "\(passport.barCount) bars, \(passport.firstSession) to \(passport.lastSession)"
            ),
            ("Series digest", passport.seriesDigest), ("Actions digest", passport.actionsDigest),
            ("Plan fingerprint", result.planFingerprint),
        ]
        return details("Data and digests", markup: Hypertext.facts(facts))
    }
}
