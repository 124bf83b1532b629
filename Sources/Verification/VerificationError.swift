/// Why a folder of golden files, or one of them, cannot be compared.
public enum VerificationError: Error, Equatable, CustomStringConvertible {
    /// A file cannot be read.
    case unreadable(file: String, folder: String)
    /// A cell of the index does not name a file within the folder.
    case outside(line: Int, column: String, cell: String)
    /// A file of the folder is a link that leads out of it.
    case linkedOutside(file: String, folder: String, place: String)
    /// A line names a parameter twice.
    case twice(file: String, line: Int, name: String)
    /// Two lines of the index name one file.
    case namedTwice(file: String, line: Int, first: Int)
    /// The index has no such column.
    case missingColumn(file: String, column: String)
    /// A line has another number of cells than the header.
    case wrongCellCount(file: String, line: Int, cells: Int, expected: Int)
    /// A cell is not what its column holds.
    case badCell(file: String, line: Int, column: String, cell: String)
    /// The file has another number of rows than its series has bars.
    case wrongRowCount(file: String, rows: Int, expected: Int)
    /// The file has other columns than the index names.
    case wrongColumns(file: String, columns: [String], expected: [String])
    /// The indicator has another number of outputs than the file has columns.
    case wrongOutputs(file: String, indicator: String, outputs: [String], columns: Int)
    /// The indicator cannot be computed as the index asks.
    case notComputable(place: String, reason: String)
    /// The indicator needs more bars than there are.
    case tooShort(place: String, indicator: String, series: String, rows: Int, needed: Int)
    /// The series lacks a column that the indicator reads.
    case missingInput(file: String, series: String, column: String)

    /// What, where, and the remedy.
    public var description: String {
        switch self {
        case .unreadable(let file, let folder):
            "\(folder)/\(file) cannot be read; is it there, and is it text?"
        case .outside(let line, let column, let cell):
            "index.csv, line \(line), \(column): '\(cell)' names no file within the folder; write "
                + "its path from the folder, without '..'"
        case .linkedOutside(let file, let folder, let place):
            "\(folder)/\(file) is a link to \(place), outside the folder; copy the file into it"
        case .twice(let file, let line, let name):
            "\(file), line \(line), params: \(name) stands there twice; give it once"
        case .namedTwice(let file, let line, let first):
            "index.csv, line \(line): \(file) stands in line \(first) too; remove one of the two"
        case .missingColumn(let file, let column): "\(file) has no column '\(column)'"
        case .wrongCellCount(let file, let line, let cells, let expected):
            "\(file), line \(line): \(cells) cells, the header has \(expected)"
        case .badCell(let file, let line, let column, let cell):
            "\(file), line \(line), \(column): '\(cell)' is no number; an unknown value is an "
                + "empty cell or 'nan', a value that is not to be compared is '?'"
        case .wrongRowCount(let file, let rows, let expected):
            "\(file) has \(rows) rows, its series \(expected); was it cut?"
        case .wrongColumns(let file, let columns, let expected):
            "\(file) has the columns \(columns.joined(separator: ", ")); index.csv says "
                + expected.joined(separator: ", ")
        case .wrongOutputs(let file, let indicator, let outputs, let columns):
            "\(file) has \(columns) columns, \(indicator) gives \(outputs.count): "
                + outputs.joined(separator: ", ")
        case .notComputable(let place, let reason): "\(place): \(reason)"
        case .tooShort(let place, let indicator, let series, let rows, let needed):
            "\(place): \(indicator) has no value before bar \(needed), \(series) has \(rows); "
                + "give a shorter period or a longer series"
        case .missingInput(let file, let series, let column):
            "\(file) needs the column '\(column)', which the bars of \(series) do not have"
        }
    }
}
