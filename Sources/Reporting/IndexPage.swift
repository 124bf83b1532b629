import Backtesting
import Charts

/// A page that compares every strategy on every instrument and links to their pages.
public struct IndexPage: Sendable {
    private let results: [RunResult]
    private let options: ReportOptions
    private let hasPages: Bool

    /// The page of runs, which lies in the folder into which `ReportWriter` writes theirs.
    ///
    /// - Parameters:
    ///   - results: the runs.
    ///   - options: the language and the colours.
    ///   - hasPages: false where the runs have no pages: then it says how to get them.
    public init(
        _ results: [RunResult], options: ReportOptions = ReportOptions(), hasPages: Bool = true
    ) {
        (self.results, self.options, self.hasPages) = (results, options, hasPages)
    }

    /// The page as HTML.
    public var html: String {
        let title = Phrases.indexTitle.text(language)
        let strategies = Set(results.map(\.strategy)).count
        let symbols = Set(results.map(\.symbol)).count
        let phrase = hasPages ? Phrases.indexNote : Phrases.indexNoteWithoutPages
        let note = phrase.text(
            language, "\(strategies)", "\(symbols)", FigureText.count(results.count),
            results.first?.id ?? "")
        let shell = PageShell(
            title: title, kicker: "Finstage", heading: title, subtitle: note, notes: notes,
            options: options)
        return shell.html(main: medians(strategies) + filter + table)
    }

    private var language: Language { options.language }

    private var notes: [String] {
        var lines: [String] = []
        for result in results {
            let chosen = Phrases.selection(result.passport.selection, language)
            let line = Phrases.data.text(language, "\(result.passport.dataset) (\(chosen))")
            if !lines.contains(line) { lines.append(line) }
        }
        let conventions = Set(results.map(\.metrics.convention)).sorted()
        if !conventions.isEmpty, conventions != [MetricConvention.finstage.rawValue] {
            lines.append(
                Phrases.byConvention.text(language, conventions.joined(separator: ", ")))
        }
        return lines
    }

    private var filter: String {
        let label = Phrases.filter.text(language)
        return "<p class=\"filter\"><input type=\"search\" data-filter=\"runs\""
            + " placeholder=\"\(label)\" aria-label=\"\(label)\"></p>"
    }

    /// The strategies by their medians, where each has several runs.
    private func medians(_ count: Int) -> String {
        let rows = ComparisonTable(results).rows.filter { $0.symbol == nil }
        guard rows.count > 1 else { return "" }
        let title = "\(Phrases.strategy.text(language)): \(Phrases.median.text(language))"
        let heads =
            [Hypertext.Head(Phrases.strategy.text(language), isSortable: true)]
            + ComparisonCells.heads(language)
        let lines = rows.map { row in
            let runs = results.filter { $0.strategy == row.strategy }
            let link = link(PageAddress(of: runs, at: 0), row.strategy)
            return "<tr><th scope=\"row\" class=\"name-cell\">\(link)</th>"
                + "\(ComparisonCells.cells(row))</tr>"
        }
        return "<section><h2>\(MarkupText.escaped(title))</h2>"
            + Hypertext.table(heads, rows: lines, styleClass: "sortable", caption: title)
            + "</section><section><h2>\(Phrases.overview.text(language))</h2></section>"
    }

    private var table: String {
        guard !results.isEmpty else {
            return Hypertext.element("p", Phrases.noRuns.text(language))
        }
        let title = Phrases.indexTitle.text(language)
        let heads =
            [
                Hypertext.Head(Phrases.strategy.text(language), isSortable: true),
                .init(Phrases.symbol.text(language), isSortable: true, styleClass: "text"),
                .init(Phrases.curve.text(language)),
            ] + ComparisonCells.heads(language)
        return Hypertext.table(
            heads, rows: rows, styleClass: "index sortable", caption: title, id: "runs")
    }

    private var rows: [String] {
        var order: [(row: ComparisonRow, html: String)] = []
        for (runs, place) in placed {
            let result = runs[place]
            let row = ComparisonTable([result]).rows[0]
            let line = Sparkline(
                title: "\(Phrases.equity.text(language)): \(result.strategy), \(result.symbol)",
                lines: [(result.buyAndHold, .secondary), (result.equity, .primary)])
            let address = PageAddress(of: runs, at: place)
            let html =
                "<tr><th scope=\"row\" class=\"name-cell\">"
                + link(address, result.strategy)
                + "</th><td class=\"text name-cell\">" + link(address, result.symbol)
                + "</td><td>\(line.svg)</td>\(ComparisonCells.cells(row))</tr>"
            order.append((row, html))
        }
        return order.stablySorted { ComparisonTable.rank($0.row, by: .totalReturn) }.map(\.html)
    }

    /// Every run as its strategy's results and its place among them, in the order given.
    private var placed: [(runs: [RunResult], place: Int)] {
        let groups = Dictionary(grouping: results, by: \.strategy)
        var places: [String: Int] = [:]
        return results.map { result in
            let place = places[result.strategy, default: 0]
            places[result.strategy] = place + 1
            return (groups[result.strategy] ?? [], place)
        }
    }

    private func link(_ address: PageAddress, _ text: String) -> String {
        let shown = MarkupText.escaped(text.shortened)
        guard hasPages else { return "<span dir=\"auto\">\(shown)</span>" }
        return "<a href=\"\(MarkupText.escaped(address.link()))\" dir=\"auto\">\(shown)</a>"
    }
}
