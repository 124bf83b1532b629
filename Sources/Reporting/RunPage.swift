import Backtesting
import Charts

/// A page for one strategy on one or several instruments: one file, no network, no script.
public struct RunPage: Sendable {
    private let results: [RunResult]
    private let table: ComparisonTable

    /// The page of a strategy's runs, one section for each instrument.
    ///
    /// - Precondition: at least one result, all of one strategy.
    public init(_ results: [RunResult]) {
        precondition(!results.isEmpty, "a page needs a result")
        let names = Set(results.map(\.strategy))
        precondition(names.count == 1, "a page shows one strategy, had \(names.sorted())")
        self.results = results
        table = ComparisonTable(results)
    }

    /// The strategy's name.
    public var strategy: String { results[0].strategy }

    /// The page as HTML.
    public var html: String {
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
            + "<meta name=\"color-scheme\" content=\"light dark\">"
            + Hypertext.element("title", "\(strategy) – Finstage")
            + "<style>\(ChartStyle.colours)\(ChartStyle.css)\(PageStyle.css)</style></head>\n"
            + "<body>\(header)<main>\(overview)\(sections)\(plans)</main>\(footer)</body></html>\n"
    }

    private var header: String {
        let symbols = results.count == 1 ? results[0].symbol : "\(results.count) instruments"
        let first = results.map(\.passport.firstSession).min() ?? ""
        let last = results.map(\.passport.lastSession).max() ?? ""
        let subtitle = "\(symbols), \(first) to \(last)"
        let data = table.selectionLines.map { Hypertext.element("p", $0, styleClass: "data") }
        return "<header>" + Hypertext.element("p", "Finstage backtest", styleClass: "kicker")
            + Hypertext.element("h1", strategy)
            + Hypertext.element("p", subtitle, styleClass: "subtitle") + data.joined()
            + "</header>"
    }

    private var sections: String {
        let columns = results.count > 4 ? 600 : 900
        return results.enumerated().map { index, result in
            RunSection(result: result, anchor: Self.anchor(index), columns: columns).html
        }.joined(separator: "\n")
    }

    /// The plan, once for each that differs.
    private var plans: String {
        var (seen, texts): (Set<String>, [String]) = ([], [])
        for result in results where seen.insert(result.planFingerprint).inserted {
            texts.append(
                Hypertext.element("p", "Fingerprint \(result.planFingerprint)", styleClass: "data")
                    + Hypertext.element("pre", result.plan))
        }
        return "<section id=\"plan\"><h2>Plan</h2>\(texts.joined())</section>"
    }

    private var footer: String {
        "<footer>"
            + Hypertext.element(
                "p",
                "Simulated on past prices. Drawdowns are fractions below the earlier peak; "
                    + "an open position is in no trade statistic; “held” is buying and holding "
                    + "from the first close with the same cash.")
            + "</footer>"
    }

    static func anchor(_ index: Int) -> String { "run-\(index + 1)" }
}

extension RunPage {
    /// The instruments side by side, each a link to its section; nothing for a single one.
    private var overview: String {
        guard results.count > 1 else { return "" }
        var links: [String: String] = [:]
        for (index, result) in results.enumerated() where links[result.symbol] == nil {
            links[result.symbol] = Self.anchor(index)
        }
        let rows = table.rows.map { row in
            let name = row.symbol.map { symbol in
                "<td><a href=\"#\(links[symbol] ?? "")\">\(MarkupText.escaped(symbol))</a></td>"
            }
            return (row.symbol == nil ? "<tr class=\"median\">" : "<tr>")
                + (name ?? Hypertext.element("td", "Median")) + Self.cells(row) + "</tr>"
        }
        let navigation = results.enumerated().map { index, result in
            "<a href=\"#\(Self.anchor(index))\">\(MarkupText.escaped(result.symbol))</a>"
        }
        return
            "<nav aria-label=\"Instruments\">\(navigation.joined())<a href=\"#plan\">Plan</a></nav>"
            + Hypertext.table(
                head: ["Symbol"] + ComparisonColumn.allCases.map(\.title), rows: rows,
                styleClass: "overview")
    }

    private static func cells(_ row: ComparisonRow) -> String {
        ComparisonColumn.allCases.map { column in
            let isGain = [.totalReturn, .cagr, .buyAndHoldReturn].contains(column)
            return Hypertext.figure(
                "td", column.text(of: row.values[column]),
                value: isGain ? row.values[column] : nil)
        }.joined()
    }
}
