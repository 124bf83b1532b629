import Backtesting
import Charts

/// A page for one strategy on one or several instruments: one file, no network, one script.
public struct RunPage: Sendable {
    private let results: [RunResult]
    private let table: ComparisonTable
    private let options: ReportOptions

    /// The page of a strategy's runs, one section for each instrument.
    ///
    /// - Precondition: at least one result, all of one strategy.
    public init(_ results: [RunResult], options: ReportOptions = ReportOptions()) {
        precondition(!results.isEmpty, "a page needs a result")
        let names = Set(results.map(\.strategy))
        precondition(names.count == 1, "a page shows one strategy, had \(names.sorted())")
        (self.results, self.options) = (results, options)
        table = ComparisonTable(results)
    }

    /// The strategy's name.
    public var strategy: String { results[0].strategy }

    /// The page as HTML.
    public var html: String {
        let shell = PageShell(
            title: strategy, kicker: Phrases.kicker.text(language), heading: strategy,
            subtitle: subtitle, notes: notes, options: options)
        return shell.html(navigation: navigation, main: overview + sections + plans + source)
    }

    private var language: Language { options.language }

    private var subtitle: String {
        let symbols =
            results.count == 1
            ? results[0].symbol.shortened
            : Phrases.instrumentCount.text(language, "\(results.count)")
        let first = results.map(\.passport.firstSession).min() ?? ""
        let last = results.map(\.passport.lastSession).max() ?? ""
        return "\(symbols), \(Phrases.range.text(language, first, last))"
    }

    private var notes: [String] {
        var lines: [String] = []
        for result in results {
            let passport = result.passport
            let chosen = Phrases.selection(passport.selection, language)
            let line = Phrases.data.text(language, "\(passport.dataset) (\(chosen))")
            if !lines.contains(line) { lines.append(line) }
        }
        return lines
    }

    private var sections: String {
        let columns = results.count > 4 ? 160 : results.count > 1 ? 300 : 480
        return results.enumerated().map { index, result in
            RunSection(
                result: result, anchor: Self.anchor(index), options: options, columns: columns,
                tradeLimit: results.count > 1 ? 20 : 100
            ).html
        }.joined(separator: "\n")
    }

    /// The plan, once for each that differs.
    private var plans: String {
        var (seen, texts): (Set<String>, [String]) = ([], [])
        for result in results where seen.insert(result.planFingerprint).inserted {
            let title = "\(Phrases.plan.text(language)): \(result.strategy.shortened)"
            let graph = PlanGraph(result.plan, language: language)
            let fingerprint = Phrases.fingerprint.text(language, result.planFingerprint)
            texts.append(
                PlanDrawing(graph, title: title).svg
                    + Hypertext.element("p", fingerprint, styleClass: "data")
                    + Hypertext.details(
                        Phrases.planText.text(language), Hypertext.element("pre", result.plan)))
        }
        return "<section id=\"plan\"><h2>\(Phrases.plan.text(language))</h2>"
            + Hypertext.element("p", Phrases.planNote.text(language), styleClass: "note")
            + texts.joined() + "</section>"
    }

    private var source: String {
        guard let source = options.source else { return "" }
        let title = Phrases.source.text(language)
        return "<section id=\"source\">"
            + Hypertext.details(title, "<pre>\(MarkupText.escaped(source))</pre>") + "</section>"
    }

    static func anchor(_ index: Int) -> String { "run-\(index + 1)" }
}

extension RunPage {
    private var navigation: String {
        guard results.count > 1 else { return "" }
        let links = results.enumerated().map { index, result in
            "<a href=\"#\(Self.anchor(index))\" dir=\"auto\">"
                + "\(MarkupText.escaped(result.symbol.shortened))</a>"
        }
        let label = Phrases.instruments.text(language)
        return "<nav class=\"instruments\" aria-label=\"\(label)\">\(links.joined())</nav>"
    }

    /// The instruments side by side, each a link to its section; nothing for a single one.
    private var overview: String {
        guard results.count > 1 else { return "" }
        var links: [String: String] = [:]
        for (index, result) in results.enumerated() where links[result.symbol] == nil {
            links[result.symbol] = Self.anchor(index)
        }
        let runs = table.rows.filter { $0.symbol != nil }
        let rows = runs.map { row in
            let symbol = row.symbol ?? ""
            return "<tr><th scope=\"row\" class=\"name-cell\"><a href=\"#\(links[symbol] ?? "")\""
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
            + Hypertext.details("\(title) (\(runs.count))", details + median, isOpen: true)
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
