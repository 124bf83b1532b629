/// A row of the comparison: one run, or the median of a strategy's runs.
public struct ComparisonRow: Sendable, Hashable {
    /// The strategy's name.
    public let strategy: String
    /// The instrument; nil for the median over several.
    public let symbol: String?
    /// The number of runs in the row, 1 for a run.
    public let runCount: Int
    /// The figures that are defined.
    public let values: [ComparisonColumn: Double]
    /// The orders that came to nothing, over all runs of the row.
    public let refusedCount: Int
    /// True when the growth a year is extrapolated from less than one.
    public let isExtrapolated: Bool

    /// Whose formulas the figures follow, a `MetricConvention`; several parted by a blank.
    public let convention: String

    /// A row from its parts.
    public init(
        strategy: String, symbol: String?, runCount: Int, values: [ComparisonColumn: Double],
        refusedCount: Int = 0, isExtrapolated: Bool = false,
        convention: String = "finstage"
    ) {
        self.convention = convention
        (self.refusedCount, self.isExtrapolated) = (refusedCount, isExtrapolated)
        (self.strategy, self.symbol) = (strategy, symbol)
        (self.runCount, self.values) = (runCount, values)
    }

    /// True when nothing was bought: no bar with a position, no closed trade.
    var isIdle: Bool { values[.trades] == 0 && (values[.exposure] ?? 0) == 0 }

    /// The median of rows, each figure over the rows in which it is defined.
    static func median(of rows: [ComparisonRow], strategy: String) -> ComparisonRow {
        var values: [ComparisonColumn: Double] = [:]
        for column in ComparisonColumn.allCases {
            let known = rows.compactMap { $0.values[column] }.sorted()
            guard !known.isEmpty else { continue }
            let (low, high) = (known[(known.count - 1) / 2], known[known.count / 2])
            values[column] = low == high ? low : low + (high - low) / 2
        }
        return ComparisonRow(
            strategy: strategy, symbol: nil, runCount: rows.count, values: values,
            refusedCount: rows.reduce(0) { $0 + $1.refusedCount },
            isExtrapolated: rows.contains { $0.isExtrapolated },
            convention: Set(rows.map(\.convention)).sorted().joined(separator: " "))
    }
}
