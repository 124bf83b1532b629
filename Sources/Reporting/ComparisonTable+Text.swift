import Charts

extension ComparisonTable: RunTable {
    /// The table for a terminal, its lines ended by `\n`; the last line names the data.
    ///
    /// Numbers are right-aligned by display width; `–` is what is undefined.
    public var text: String { text(isColored: false) }

    /// The table for a terminal, with gains and losses coloured where that is asked for.
    ///
    /// - Parameters:
    ///   - isColored: True on a terminal that shows colours; a file or a pipe gets plain text.
    ///   - colors: Which colours rise and fall.
    /// - Returns: The lines of the table.
    public func text(isColored: Bool, colors: TrendColors = .western) -> String {
        let style = TerminalStyle(isColored: isColored, colors: colors)
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
            block.map { Self.line($0, widths: widths, style: style) + "\n" }.joined()
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return style.bold(Self.line(head, widths: widths)) + "\n" + style.faint(rule) + "\n"
            + lines.joined(separator: hasBlocks ? "\n" : "") + "\n"
            + (selectionLines + remarks).map { $0 + "\n" }.joined()
    }

    /// The table as comma-separated text: fractions, exact numbers, undefined cells empty.
    ///
    /// The median of a strategy has an empty symbol and `median` as its kind.
    public var csv: String { csv(isExcel: false) }

    /// The same text, for a spreadsheet with a byte-order mark and CRLF where that is asked for.
    public func csv(isExcel: Bool) -> String {
        String(decoding: bytes(isExcel: isExcel), as: UTF8.self)
    }

    func write(to writer: inout DelimitedWriter) {
        let keys =
            ["strategy", "symbol", "kind", "run_count"] + ComparisonColumn.allCases.map(\.key)
            + ["cagr_is_extrapolated", "refused_order_count", "convention"]
        writer.row(keys.map { .text($0) })
        for row in rows {
            writer.row(
                [
                    .text(row.strategy), .text(row.symbol ?? ""), .text(Self.kind(row)),
                    .integer(row.runCount),
                ] + ComparisonColumn.allCases.map { .number(row.values[$0]) }
                    + [
                        .text("\(row.isExtrapolated)"), .integer(row.refusedCount),
                        .text(row.convention),
                    ])
        }
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
                        .init("convention", .text(row.convention)),
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

    private static func line(
        _ cells: [String], widths: [Int], style: TerminalStyle? = nil
    ) -> String {
        zip(cells, widths).enumerated().map { index, cell in
            let text = DisplayWidth.padded(cell.0, to: cell.1, isRightAligned: index >= 2)
            return style.map { $0.trend(text, sign: index < 2 ? nil : cell.0.first) } ?? text
        }.joined(separator: "  ")
    }
}
