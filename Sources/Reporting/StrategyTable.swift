import Backtesting
import Charts

/// Many strategies side by side for a terminal: one line each, whatever the number of symbols.
public struct StrategyTable: Sendable {
    /// One strategy over all its symbols.
    private struct Line {
        let strategy: String
        let symbolCount: Int
        let median: ComparisonRow
        let worstDrawdown: Double?
        let tradeCount: Int

        init(_ group: ComparisonTable.Group, _ first: ComparisonRow) {
            strategy = first.strategy
            symbolCount = group.rows.count
            median = group.median ?? first
            worstDrawdown = group.rows.compactMap { $0.values[.drawdown] }.max()
            tradeCount = group.rows.reduce(0) { $0 + Int($1.values[.trades] ?? 0) }
        }
    }

    private let lines: [Line]
    private let notes: [String]

    /// A table of the strategies of a comparison, in its order.
    public init(_ table: ComparisonTable) {
        lines = table.groups.compactMap { group in group.rows.first.map { Line(group, $0) } }
        notes = table.selectionLines + table.sharedRemarks
    }

    /// The table, its lines ended by `\n`, the last ones about the data.
    ///
    /// - Parameters:
    ///   - isColored: true on a terminal that shows colours.
    ///   - colors: which colours rise and fall.
    /// - Returns: the lines.
    public func text(isColored: Bool, colors: TrendColors = .western) -> String {
        guard !lines.isEmpty else { return "No runs.\n" }
        let style = TerminalStyle(isColored: isColored, colors: colors)
        let head = [
            "Strategy", "Symbols", "Median return", "Median Sharpe", "Worst drawdown", "Trades",
            "Median B&H return",
        ]
        let cells = lines.map(Self.cells)
        let widths = head.indices.map { index in
            ([head] + cells).map { DisplayWidth.columns(of: $0[index]) }.max() ?? 0
        }
        func line(_ cells: [String], isStyled: Bool) -> String {
            zip(cells, widths).enumerated().map { index, cell in
                let text = DisplayWidth.padded(
                    cell.0, to: cell.1, isRightAligned: index > 0)
                return isStyled ? style.trend(text, sign: index > 1 ? cell.0.first : nil) : text
            }.joined(separator: "  ")
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return style.bold(line(head, isStyled: false)) + "\n" + style.faint(rule) + "\n"
            + cells.map { line($0, isStyled: true) + "\n" }.joined() + "\n"
            + notes.map { $0 + "\n" }.joined()
    }

    private static func cells(_ line: Line) -> [String] {
        let figure = { (column: ComparisonColumn) in
            column.text(of: line.median.values[column])
        }
        return [
            MarkupText.visible(line.strategy), "\(line.symbolCount)", figure(.totalReturn),
            figure(.sharpe), ComparisonColumn.drawdown.text(of: line.worstDrawdown),
            "\(line.tradeCount)", figure(.buyAndHoldReturn),
        ]
    }
}
