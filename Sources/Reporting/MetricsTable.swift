import Backtesting

/// The figures of a run as comma-separated text, one a row: `metrics.csv`.
public struct MetricsTable: Sendable, RunTable {
    /// The names of the columns; a figure that is undefined is empty.
    public static let columns = ["metric", "unit", "value", "buy_and_hold", "convention"]

    private let result: RunResult

    /// The table of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The table, in the order and with the keys of `summary.json`.
    public var csv: String { plainText }

    func write(to writer: inout DelimitedWriter) {
        writer.row(Self.columns.map { .text($0) })
        guard case .object(let own) = Summary.metrics(result.metrics),
            case .object(let held) = Summary.metrics(result.buyAndHoldMetrics)
        else { return }
        for (own, held) in zip(own, held) {
            writer.row([
                .text(own.key), .text(Self.unit(of: own.key)), Self.cell(own.value),
                Self.cell(held.value), .text(result.metrics.convention),
            ])
        }
    }

    private static func cell(_ value: JSONValue) -> DelimitedText.Cell {
        switch value {
        case .number(let number): .number(number)
        case .integer(let number): .integer(number)
        case .boolean(let flag): .text("\(flag)")
        case .text(let text): text.map { .text($0) } ?? .empty
        case .object, .array: .empty
        }
    }

    /// The unit that a key ends with.
    static func unit(of key: String) -> String {
        let units = [
            ("_fraction", "fraction"), ("_money", "money"), ("_ratio", "ratio"),
            ("_count", "count"), ("_annualized", "ratio"), ("_per_year", "bars a year"),
            ("_bars", "bars"), ("_days", "days"), ("_extrapolated", "true or false"),
        ]
        return units.first { key.hasSuffix($0.0) }?.1 ?? "number"
    }
}
