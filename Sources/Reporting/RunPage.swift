import Backtesting
import Charts

/// A page for one run, beside the strategy's other instruments: one file, no network, one script.
public struct RunPage: Sendable {
    private let results: [RunResult]
    private let index: Int
    private let table: ComparisonTable
    private let options: ReportOptions

    /// The page of one of a strategy's runs, which lists the others and links to their pages.
    ///
    /// - Precondition: the index is one of the results, all of one strategy.
    public init(
        _ results: [RunResult], showing index: Int = 0, options: ReportOptions = ReportOptions()
    ) {
        precondition(results.indices.contains(index), "a page needs a result")
        let names = Set(results.map(\.strategy))
        precondition(names.count == 1, "a page shows one strategy, had \(names.sorted())")
        (self.results, self.index, self.options) = (results, index, options)
        table = ComparisonTable(results)
    }

    /// The strategy's name.
    public var strategy: String { results[0].strategy }

    /// The page as HTML.
    public var html: String {
        let shell = PageShell(
            title: "\(strategy) \(result.symbol)", kicker: Phrases.kicker.text(language),
            heading: strategy,
            subtitle: subtitle, notes: notes, options: options)
        return shell.html(navigation: navigation, main: overview + section + plan + source)
    }

    private var language: Language { options.language }
    private var result: RunResult { results[index] }
    /// Where this page lies.
    private var address: PageAddress { PageAddress(of: results, at: index) }

    private var subtitle: String {
        let passport = result.passport
        let range = Phrases.range.text(language, passport.firstSession, passport.lastSession)
        return "\(result.symbol.shortened), \(range)"
    }

    private var notes: [String] {
        let passport = result.passport
        let chosen = Phrases.selection(passport.selection, language)
        return [Phrases.data.text(language, "\(passport.dataset) (\(chosen))")]
    }

    private var section: String {
        RunSection(result: result, anchor: "run", options: options).html
    }

    private var plan: String {
        let title = "\(Phrases.plan.text(language)): \(result.strategy.shortened)"
        let graph = PlanGraph(result.plan, language: language)
        let fingerprint = Phrases.fingerprint.text(language, result.planFingerprint)
        return "<section id=\"plan\"><h2>\(Phrases.plan.text(language))</h2>"
            + Hypertext.element("p", Phrases.planNote.text(language), styleClass: "note")
            + PlanDrawing(graph, title: title).svg
            + Hypertext.element("p", fingerprint, styleClass: "data")
            + Hypertext.details(
                Phrases.planText.text(language), Hypertext.element("pre", result.plan))
            + "</section>"
    }

    private var source: String {
        let title = Phrases.source.text(language)
        guard let source = result.settings.source else {
            return Hypertext.element(
                "p", Phrases.sourceMissing.text(language), styleClass: "note")
        }
        return "<section id=\"source\">"
            + Hypertext.details(title, "<pre>\(MarkupText.escaped(source))</pre>") + "</section>"
    }
}

extension RunPage {
    private var navigation: String {
        let back = String(repeating: "../", count: address.parts.count - 1) + "index.html"
        let home =
            "<a href=\"\(back)\">← \(Phrases.indexTitle.text(language))</a>"
        let others = results.count > 1 ? Array(results.indices) : []
        let links = others.map { other in
            let mark = other == index ? " aria-current=\"page\"" : ""
            return "<a href=\"\(link(to: other))\" dir=\"auto\"\(mark)>"
                + "\(MarkupText.escaped(results[other].symbol.shortened))</a>"
        }
        let label = Phrases.instruments.text(language)
        return "<nav class=\"instruments\" aria-label=\"\(label)\">\(home)\(links.joined())</nav>"
    }

    private func link(to other: Int) -> String {
        let target = PageAddress(of: results, at: other)
        return MarkupText.escaped(target.link(fromDepth: address.parts.count - 1))
    }

    /// The instruments side by side, each a link to its page; nothing for a single one.
    private var overview: String {
        guard results.count > 1 else { return "" }
        var links: [String: String] = [:]
        for (index, result) in results.enumerated() where links[result.symbol] == nil {
            links[result.symbol] = link(to: index)
        }
        let runs = table.rows.filter { $0.symbol != nil }
        let rows = runs.map { row in
            let symbol = row.symbol ?? ""
            return "<tr><th scope=\"row\" class=\"name-cell\"><a href=\"\(links[symbol] ?? "")\""
                + " dir=\"auto\">\(MarkupText.escaped(symbol.shortened))</a></th>"
                + ComparisonCells.cells(row) + "</tr>"
        }
        let title = Phrases.overview.text(language)
        let heads =
            [Hypertext.Head(Phrases.symbol.text(language), isSortable: true)]
            + ComparisonCells.heads(language)
        let details = Hypertext.table(
            heads, rows: rows, styleClass: "overview sortable", caption: title)
        return "<section class=\"overview\" aria-label=\"\(title)\">"
            + Hypertext.details(
                "\(title) (\(runs.count))", details + median, isOpen: index == 0)
            + "</section>"
    }

    private var median: String {
        guard let row = table.rows.first(where: { $0.symbol == nil }) else { return "" }
        let parts = ComparisonColumn.allCases.prefix(4).map { column in
            "\(ComparisonCells.title(column, language)) "
                + Hypertext.minus(column.text(of: row.values[column]))
        }
        return Hypertext.element(
            "p", "\(Phrases.median.text(language)): \(parts.joined(separator: ", "))",
            styleClass: "note")
    }
}
