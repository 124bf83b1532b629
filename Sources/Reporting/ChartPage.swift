import Backtesting
import Charts
import MarketData

/// A page of one instrument's candles, volume, indicators, actions and findings.
public struct ChartPage: Sendable {
    /// The instrument.
    public let symbol: String
    private let columns: ChartColumns
    private let drawn: [DrawnSeries]
    private let events: [ChartEvent]
    private let notes: [String]
    private let options: ReportOptions
    private let shown: ShownRows
    /// How the prices are written.
    private let priceText: PriceText

    /// A page from what it shows.
    ///
    /// - Parameters:
    ///   - symbol: The instrument's symbol.
    ///   - columns: The prices.
    ///   - drawn: Indicators: those of the panel `price` lie upon the candles.
    ///   - events: Corporate actions and findings; a row outside the columns is left out.
    ///   - notes: Lines about the data, below the title.
    ///   - options: The language and the colours.
    public init(
        symbol: String, columns: ChartColumns, drawn: [DrawnSeries] = [],
        events: [ChartEvent] = [], notes: [String] = [],
        options: ReportOptions = ReportOptions()
    ) {
        let drawn = drawn.filter { $0.values.count == columns.times.count }
        let events = events.filter { columns.times.indices.contains($0.row) }
        let shown = ShownRows(
            count: columns.times.count,
            columns: [columns.high, columns.low, columns.volume] + drawn.map(\.values),
            keeping: events.map(\.row))
        (self.symbol, self.notes, self.options, self.shown) = (symbol, notes, options, shown)
        (self.columns, self.drawn, self.events) = (columns, drawn, events)
        priceText = PriceText(
            open: columns.open, high: columns.high, low: columns.low, close: columns.close)
    }

    /// Lines about the data of a chart, to stand below its title.
    ///
    /// - Parameters:
    ///   - passport: what the bars are.
    ///   - findings: what the import noticed, in the words of the store.
    ///   - language: the language of the lines.
    /// - Returns: the lines.
    public static func notes(
        _ passport: DataPassport, findings: [String], language: Language
    ) -> [String] {
        let facts = [
            [passport.dataset, passport.origin].filter { !$0.isEmpty }.joined(separator: ", "),
            passport.priceBasis, passport.calendar, Phrases.bars(passport.barCount, language),
        ]
        return [
            facts.filter { !$0.isEmpty }.joined(separator: "; "),
            Phrases.seriesDigest.text(language) + " " + passport.seriesDigest,
        ] + passport.remarks.map { Phrases.remark($0, language) }
            + findings.map { SentenceTexts.text($0, language) }
    }

    /// The page as HTML.
    public var html: String {
        let time = TimeText(columns.times)
        let first = columns.times.first.map { time.shortText(of: $0) } ?? ""
        let last = columns.times.last.map { time.shortText(of: $0) } ?? ""
        let range = columns.times.isEmpty ? "" : Phrases.range.text(language, first, last)
        let shell = PageShell(
            title: symbol, kicker: Phrases.chartKicker.text(language), heading: symbol,
            subtitle: range, notes: notes, options: options, footer: Phrases.chartFooter)
        return shell.html(
            main:
                "<section class=\"run\" id=\"run-1\" aria-label=\"\(MarkupText.escaped(symbol))\">"
                + body(time) + "</section>")
    }

    private var language: Language { options.language }

    private func body(_ time: TimeText) -> String {
        guard !columns.times.isEmpty else {
            return Hypertext.element("p", Phrases.noBars.text(language))
        }
        let panels = self.panels
        let ticks = RowTicks.ticks(columns.times, atMost: 12, language: language)
        let toolbar = ChartToolbar(
            language: language, isDaily: time.isDaily,
            switches: [("price", Phrases.price.text(language), panels[0].isLogarithmic)],
            hasDrawdowns: false)
        let figures = Panel.html(panels, rowCount: columns.times.count, ticks: ticks)
        return
            "<div class=\"workspace\">\(toolbar.html)\(shown.note(language))"
            + "\(figures.joined())\(toolbar.help)</div>"
            + "<script type=\"application/json\" class=\"run-data\">\(payload(panels).embedded)"
            + "</script>" + list(time)
    }

    private func panel(_ id: String, _ name: String, _ series: [PanelSeries]) -> Panel {
        Panel(id: "run-1-\(id)", name: name, title: "\(name): \(symbol)", series: series)
    }

    private func series(_ panel: String) -> [PanelSeries] {
        let own = drawn.enumerated().filter { $0.element.panel == panel }
        return own.enumerated().map { index, entry in
            PanelSeries(
                column: "drawn\(entry.offset)", label: entry.element.label,
                tone: Tone.further[index % Tone.further.count], values: entry.element.values)
        }
    }

    private var panels: [Panel] {
        let candles = PanelSeries(
            column: "close", label: Phrases.prices.text(language), tone: .neutral, kind: .candles,
            values: columns.close, candles: (columns.open, columns.high, columns.low))
        var price = panel("price", Phrases.price.text(language), [candles] + series("price"))
        (price.height, price.hasMarks, price.decimals) = (460, true, priceText.decimals)
        price.extent = Panel.extent(of: [columns.low, columns.high])
        let low = columns.low.filter(\.isFinite).min() ?? 0
        let high = columns.high.filter(\.isFinite).max() ?? 0
        price.isLogarithmic = low > 0 && high / low > 8
        var result = [price]
        if columns.volume.contains(where: { $0 > 0 }) {
            let volume = PanelSeries(
                column: "volume", label: Phrases.volume.text(language), tone: .neutral,
                kind: .columns, values: columns.volume)
            var panel = panel("volume", Phrases.volume.text(language), [volume])
            (panel.format, panel.base, panel.height) = (.count, 0, 120)
            result.append(panel)
        }
        var names: [String] = []
        for name in drawn.map(\.panel) where name != "price" && !names.contains(name) {
            names.append(name)
        }
        return result
            + names.enumerated().map { number, name in
                var panel = panel("drawn\(number)", name, series(name))
                panel.decimals = Panel.decimals(of: panel.series.map(\.values))
                return panel
            }
    }

    private func payload(_ panels: [Panel]) -> JSONValue {
        var packed: [JSONValue.Member] = [
            ("open", columns.open), ("high", columns.high), ("low", columns.low),
            ("close", columns.close),
        ].map { name, values in
            let packed = PackedColumn(
                shown.values(values), isRatio: true, atLeast: priceText.decimals)
            return .init(name, packed.json)
        }
        if !columns.volume.isEmpty {
            packed.append(.init("volume", PackedColumn(shown.values(columns.volume)).json))
        }
        for (index, drawn) in drawn.enumerated() {
            let places = drawn.panel == "price" ? priceText.decimals + 1 : nil
            let column = PackedColumn(shown.values(drawn.values), atLeast: places)
            packed.append(.init("drawn\(index)", column.json))
        }
        let marks = events.map { event in
            JSONValue.object([
                .init("row", .integer(shown.place(of: event.row))),
                .init("kind", .text(event.kind.rawValue)),
                .init("text", .text(SentenceTexts.text(event.text, language))),
            ])
        }
        return .object(
            PayloadTimes(columns.times, showing: shown).members + shown.members + [
                .init("columns", .object(packed)), .init("panels", .array(panels.map(\.json))),
                .init("places", PriceText.json(drawn: priceText, booked: priceText)),
                .init("trades", .text(nil)), .init("open", .text(nil)),
                .init("drawdowns", .array([])), .init("marks", .array(marks)),
            ])
    }

    private func list(_ time: TimeText) -> String {
        let title = Phrases.events.text(language)
        let head = "<h3>\(title)</h3>"
        guard !events.isEmpty else {
            return head + Hypertext.element("p", Phrases.noEvents.text(language))
        }
        let rows = events.map { event in
            "<tr>" + Hypertext.element("td", time.shortText(of: columns.times[event.row]))
                + Hypertext.element(
                    "td", Phrases.word(event.kind.rawValue, language), styleClass: "text")
                + Hypertext.element(
                    "td", SentenceTexts.text(event.text, language), styleClass: "long") + "</tr>"
        }
        let heads = [
            Hypertext.Head(Phrases.date.text(language), isSortable: true),
            .init(Phrases.kind.text(language), isSortable: true, styleClass: "text"),
            .init(Phrases.event.text(language), styleClass: "long"),
        ]
        return head + Hypertext.table(heads, rows: rows, styleClass: "sortable", caption: title)
    }
}
