import Charts

extension ComparisonTable {
    /// The table for a terminal, its lines ended by `\n`; the last line names the data.
    ///
    /// Numbers are right-aligned by display width; `–` is what is undefined.
    public var text: String {
        guard !groups.isEmpty else { return "No runs.\n" }
        let head = ["Strategy", "Symbol"] + ComparisonColumn.allCases.map(\.title)
        let hasBlocks = groups.contains { $0.median != nil }
        let blocks = groups.map { group in
            (group.rows + (group.median.map { [$0] } ?? [])).map(Self.cells)
        }
        let widths = head.indices.map { index in
            ([head] + blocks.joined()).map { DisplayWidth.columns(of: $0[index]) }.max() ?? 0
        }
        let lines = blocks.map { block in
            block.map { Self.line($0, widths: widths) + "\n" }.joined()
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return Self.line(head, widths: widths) + "\n" + rule + "\n"
            + lines.joined(separator: hasBlocks ? "\n" : "") + "\n"
            + (selectionLines + remarks).map { $0 + "\n" }.joined()
    }

    /// The table as comma-separated text: fractions, exact numbers, undefined cells empty.
    ///
    /// The median of a strategy has an empty symbol and `median` as its kind.
    public var csv: String {
        let keys =
            ["strategy", "symbol", "kind", "run_count"] + ComparisonColumn.allCases.map(\.key)
            + ["cagr_is_extrapolated", "refused_order_count"]
        return DelimitedText.row(keys.map { .text($0) })
            + rows.map { row in
                DelimitedText.row(
                    [
                        .text(row.strategy), .text(row.symbol ?? ""), .text(Self.kind(row)),
                        .integer(row.runCount),
                    ] + ComparisonColumn.allCases.map { .number(row.values[$0]) }
                        + [.text("\(row.isExtrapolated)"), .integer(row.refusedCount)])
            }.joined()
    }

    /// The table as JSON: the rows, and how the data was chosen.
    public var json: String {
        let rows = self.rows.map { row in
            JSONValue.object(
                [
                    .init("strategy", .text(row.strategy)), .init("symbol", .text(row.symbol)),
                    .init("kind", .text(Self.kind(row))),
                    .init("run_count", .integer(row.runCount)),
                ] + ComparisonColumn.allCases.map { .init($0.key, .number(row.values[$0])) }
                    + [
                        .init("cagr_is_extrapolated", .boolean(row.isExtrapolated)),
                        .init("refused_order_count", .integer(row.refusedCount)),
                    ])
        }
        return JSONValue.object([
            .init("sorted_by", .text(order.key)), .init("rows", .array(rows)),
            .init("data", .array(selections.map { .text($0) })),
        ]).document
    }

    private static func kind(_ row: ComparisonRow) -> String {
        row.symbol == nil ? "median" : "run"
    }

    private static func cells(_ row: ComparisonRow) -> [String] {
        let symbol = row.symbol.map { MarkupText.visible($0) } ?? "median of \(row.runCount)"
        return [MarkupText.visible(row.strategy), symbol]
            + ComparisonColumn.allCases.map { $0.text(of: row.values[$0]) }
    }

    private static func line(_ cells: [String], widths: [Int]) -> String {
        zip(cells, widths).enumerated().map { index, cell in
            DisplayWidth.padded(cell.0, to: cell.1, isRightAligned: index >= 2)
        }.joined(separator: "  ")
    }
}
