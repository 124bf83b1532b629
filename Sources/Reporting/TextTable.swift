import Charts

/// A table for a terminal: columns of words at the left, numbers aligned at the right, widths
/// counted as they are displayed.
public struct TextTable: Sendable {
    private let head: [String]
    private let rows: [[String]]
    private let textColumns: Int

    /// A table from its cells.
    ///
    /// - Parameters:
    ///   - head: the heads of the columns.
    ///   - rows: as many cells as heads in each.
    ///   - textColumns: the columns of words, which come first.
    public init(head: [String], rows: [[String]], textColumns: Int) {
        precondition(rows.allSatisfy { $0.count == head.count }, "a row has \(head.count) cells")
        self.head = head
        self.rows = rows.map { $0.map { MarkupText.visible($0) } }
        self.textColumns = textColumns
    }

    /// The table, its lines ended by `\n`.
    public var text: String {
        let widths = head.indices.map { index in
            ([head] + rows).map { DisplayWidth.columns(of: $0[index]) }.max() ?? 0
        }
        let rule = widths.map { String(repeating: "─", count: $0) }
        return ([head, rule] + rows).map { line($0, widths: widths) + "\n" }.joined()
    }

    /// A fraction as a percentage; an en dash when it is undefined.
    public static func percent(_ fraction: Double?) -> String {
        fraction.map { FigureText.percent($0) } ?? NumberText.undefined
    }

    /// A ratio with two decimals; an en dash when it is undefined.
    public static func ratio(_ value: Double?) -> String { FigureText.ratio(value) }

    private func line(_ cells: [String], widths: [Int]) -> String {
        zip(cells, widths).enumerated().map { index, cell in
            DisplayWidth.padded(cell.0, to: cell.1, isRightAligned: index >= textColumns)
        }.joined(separator: "  ")
    }
}
