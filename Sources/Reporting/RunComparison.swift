import Backtesting

/// Every figure of two kept runs side by side, for the symbols of either.
public struct RunComparison: Sendable, RunTable {
    /// One figure of both; nil where it is undefined or one of them does not have it.
    private struct Line {
        let symbol: String
        let definition: MetricDefinition
        var first: Double?
        var second: Double?
    }

    private let symbols: [String]
    private let lines: [Line]

    /// The comparison of the results of two runs.
    ///
    /// A figure is one line where both runs' conventions mean the same by it, else two.
    public init(_ first: [RunResult], _ second: [RunResult]) {
        var symbols: [String] = []
        for result in first + second where !symbols.contains(result.symbol) {
            symbols.append(result.symbol)
        }
        self.symbols = symbols
        lines = symbols.flatMap { symbol -> [Line] in
            let runs = [first, second].map { results in
                results.first { $0.symbol == symbol }?.metrics
            }
            return RunMetrics.definitions.flatMap { definition in
                let own = runs.map { $0?.definition(of: definition.key) }
                let values = runs.map { $0?[definition.key] }
                guard let one = own[0], let other = own[1], one.key != other.key else {
                    let shared = own[0] ?? own[1] ?? definition
                    return [
                        Line(
                            symbol: symbol, definition: shared, first: values[0],
                            second: values[1])
                    ]
                }
                return [
                    Line(symbol: symbol, definition: one, first: values[0]),
                    Line(symbol: symbol, definition: other, second: values[1]),
                ]
            }
        }
    }

    /// A table for each symbol, for a terminal.
    public var text: String {
        symbols.map { symbol in
            let own = lines.filter { $0.symbol == symbol }
            let table = TextTable(
                head: [symbol, "A", "B"],
                rows: own.map { line in
                    let texts = [line.first, line.second].map { value in
                        value.map { FigureList.text($0, line.definition) } ?? "–"
                    }
                    return [line.definition.name] + texts
                }, textColumns: 1)
            return table.text
        }.joined(separator: "\n")
    }

    /// The comparison as comma-separated text; what is undefined is empty.
    public var csv: String { plainText }

    /// The lines for a JSON document; what is undefined is null.
    public var json: JSONValue {
        .array(
            lines.map { line in
                .object([
                    .init("symbol", .text(line.symbol)),
                    .init("metric", .text(line.definition.key)),
                    .init("unit", .text(MetricsTable.unit(of: line.definition.key))),
                    .init("a", .number(line.first)), .init("b", .number(line.second)),
                ])
            })
    }

    func write(to writer: inout DelimitedWriter) {
        writer.row(["symbol", "metric", "unit", "a", "b"].map { .text($0) })
        for line in lines {
            let key = line.definition.key
            writer.row([
                .text(line.symbol), .text(key), .text(MetricsTable.unit(of: key)),
                .number(line.first), .number(line.second),
            ])
        }
    }
}
