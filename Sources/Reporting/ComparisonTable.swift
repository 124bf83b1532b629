import Backtesting
import Charts
import MarketData

/// Many runs side by side: for the terminal, as comma-separated text and as JSON.
public struct ComparisonTable: Sendable {
    /// The rows of one strategy, best first, and their median when there are several.
    struct Group: Sendable {
        let rows: [ComparisonRow]
        let median: ComparisonRow?

        /// The row by which the group is placed among the others.
        var lead: ComparisonRow? { median ?? rows.first }
    }

    /// The figure by which rows and strategies are sorted.
    public let order: ComparisonColumn
    let groups: [Group]
    let selections: [String]
    private let dataRemarks: [String]

    /// A table of runs, grouped by strategy, the best first. What is undefined comes last, and a
    /// run in which nothing was bought, whose zeros say nothing, after that; ties keep the order
    /// given.
    public init(_ results: [RunResult], sortedBy order: ComparisonColumn = .totalReturn) {
        self.order = order
        var (names, groups): ([String], [String: [ComparisonRow]]) = ([], [:])
        var remarks: [(text: String, symbols: [String])] = []
        var lines: [String] = []
        for result in results {
            if groups[result.strategy] == nil { names.append(result.strategy) }
            groups[result.strategy, default: []].append(Self.row(of: result))
            let line = SelectionText.line(
                dataset: result.passport.dataset, selection: result.passport.selection)
            if !lines.contains(line) { lines.append(line) }
            let convention = result.settings.convention
            let named =
                convention == MetricConvention.finstage.rawValue
                ? [] : ["figures by the convention of \(convention)"]
            for text in named + result.passport.remarks.map(\.description) {
                let index = remarks.firstIndex { $0.text == text } ?? remarks.count
                if index == remarks.count { remarks.append((text, [])) }
                if !remarks[index].symbols.contains(result.symbol) {
                    remarks[index].symbols.append(result.symbol)
                }
            }
        }
        selections = lines
        dataRemarks = remarks.map { "\($0.symbols.joined(separator: ", ")): \($0.text)" }
        let unsorted = names.map { name in
            let rows = (groups[name] ?? []).stablySorted { Self.rank($0, by: order) }
            let median = rows.count > 1 ? ComparisonRow.median(of: rows, strategy: name) : nil
            return Group(rows: rows, median: median)
        }
        self.groups = unsorted.stablySorted { Self.rank($0.lead, by: order) }
    }

    /// The rows as they stand: each strategy's runs, then its median.
    public var rows: [ComparisonRow] {
        groups.flatMap { $0.rows + ($0.median.map { [$0] } ?? []) }
    }

    /// What the figures alone do not say: growth that is extrapolated, orders that came to
    /// nothing, and what must be known of the data.
    public var remarks: [String] {
        let runs = groups.flatMap(\.rows)
        let short = runs.count { $0.isExtrapolated }
        let refused = runs.filter { $0.refusedCount > 0 }
        var lines: [String] = []
        if short > 0 {
            lines.append(
                "CAGR of \(short) of \(counted(runs.count, "run")): extrapolated from under a year")
        }
        if !refused.isEmpty {
            let shown = refused.prefix(6).map {
                MarkupText.visible("\($0.strategy) \($0.symbol ?? "") \($0.refusedCount)")
            }
            let more = refused.count > 6 ? ", …" : ""
            lines.append(
                "Refused orders: " + shown.joined(separator: ", ") + more
                    + "; rejections.csv says why")
        }
        return lines + groups.compactMap(Self.thinMedians) + sharedRemarks
    }

    /// What must be known of the data, whatever the strategy.
    var sharedRemarks: [String] { dataRemarks.map { MarkupText.visible($0) } }

    /// Which figures of a strategy's median some of its runs do not have; nil for none.
    private static func thinMedians(_ group: Group) -> String? {
        guard let median = group.median else { return nil }
        let thin = ComparisonColumn.allCases.compactMap { column -> String? in
            let known = group.rows.count { $0.values[column] != nil }
            return known == 0 || known == group.rows.count ? nil : "\(column.title) of \(known)"
        }
        return thin.isEmpty
            ? nil
            : "Medians of \(MarkupText.visible(median.strategy)) over those of "
                + "\(group.rows.count) runs that have the figure: \(thin.joined(separator: ", "))"
    }

    /// The lines below the table: which data, and how its symbols were chosen.
    public var selectionLines: [String] {
        selections.map { "Data: \(MarkupText.visible($0))" }
    }

    private static func row(of result: RunResult) -> ComparisonRow {
        var values: [ComparisonColumn: Double] = [:]
        for column in ComparisonColumn.allCases { values[column] = column.value(of: result) }
        return ComparisonRow(
            strategy: result.strategy, symbol: result.symbol, runCount: 1, values: values,
            refusedCount: result.rejections.count,
            isExtrapolated: result.metrics.isCagrExtrapolated,
            convention: result.metrics.convention)
    }

    /// The place of a row: whether it traded, and its figure, the best first.
    static func rank(_ row: ComparisonRow?, by column: ComparisonColumn) -> (Int, Double) {
        guard let row else { return (2, .infinity) }
        let sign = column.isBetterWhenLow ? 1.0 : -1.0
        return (row.isIdle ? 1 : 0, row.values[column].map { $0 * sign } ?? .infinity)
    }
}

extension Array {
    /// The elements by their rank, lowest first; those of one rank keep their order.
    func stablySorted(by rank: (Element) -> (Int, Double)) -> [Element] {
        enumerated().map { (rank: rank($0.element), place: $0.offset, element: $0.element) }
            .sorted {
                ($0.rank.0, $0.rank.1, $0.place) < ($1.rank.0, $1.rank.1, $1.place)
            }
            .map(\.element)
    }
}
