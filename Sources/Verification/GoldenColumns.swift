/// The expected values of one file: a cell is a value, unknown, or not to be compared.
public struct GoldenColumns: Sendable {
    /// What stands in a cell.
    public enum Cell: Sendable, Equatable {
        /// The value.
        case value(Double)
        /// Unknown, by warm-up or by data.
        case unknown
        /// The data do not determine it.
        case notCompared
    }

    /// One column an output.
    public let columns: [[Cell]]

    init(_ table: CellTable, of entry: GoldenEntry, rows: Int) throws(VerificationError) {
        guard table.header == entry.outputs else {
            throw .wrongColumns(
                file: entry.file, columns: table.header, expected: entry.outputs)
        }
        guard table.rows.count == rows else {
            throw .wrongRowCount(file: entry.file, rows: table.rows.count, expected: rows)
        }
        var columns: [[Cell]] = []
        for (index, name) in table.header.enumerated() {
            var column: [Cell] = []
            column.reserveCapacity(rows)
            for (row, cells) in table.rows.enumerated() {
                guard let cell = Self.cell(cells[index]) else {
                    throw .badCell(
                        file: entry.file, line: row + 2, column: name, cell: cells[index])
                }
                column.append(cell)
            }
            columns.append(column)
        }
        self.columns = columns
    }

    private static func cell(_ text: String) -> Cell? {
        switch text {
        case "?": return .notCompared
        case "", "nan": return .unknown
        default:
            guard let value = Double(text), value.isFinite else { return nil }
            return .value(value)
        }
    }
}
