import Foundation

/// A file of comma-separated cells with a header, quotes around cells allowed.
struct CellTable {
    let file: String
    let header: [String]
    /// The rows below the header. An empty line of a table with one column is an empty cell.
    let rows: [[String]]
    /// The line of each row in the file.
    let lines: [Int]
    /// The rows that were left out, one error each.
    let faults: [VerificationError]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - file: its path from the folder.
    ///   - folder: where it lies.
    ///   - sparesRows: true to leave out rows with another number of cells than the header.
    /// - Throws: where it cannot be read, or a row is wrong and not spared.
    init(
        _ file: String, in folder: URL, sparesRows: Bool = false
    ) throws(VerificationError) {
        let root = folder.resolvingSymlinksInPath()
        let place = root.appending(path: file).resolvingSymlinksInPath()
        guard place.pathComponents.starts(with: root.pathComponents) else {
            throw .linkedOutside(file: file, folder: folder.path, place: place.path)
        }
        guard let data = try? Data(contentsOf: place),
            let text = String(bytes: data.filter { $0 != 13 }, encoding: .utf8)
        else { throw .unreadable(file: file, folder: folder.path) }
        var texts = text.split(separator: "\n", omittingEmptySubsequences: false)
        if texts.last == "" { texts.removeLast() }
        let cells = texts.map(Self.cells)
        guard let header = cells.first else {
            throw .unreadable(file: file, folder: folder.path)
        }
        var (rows, lines, faults) = ([[String]](), [Int](), [VerificationError]())
        for (number, row) in cells.enumerated().dropFirst() {
            if row.count == header.count {
                rows.append(row)
                lines.append(number + 1)
                continue
            }
            let fault = VerificationError.wrongCellCount(
                file: file, line: number + 1, cells: row.count, expected: header.count)
            guard sparesRows else { throw fault }
            faults.append(fault)
        }
        (self.file, self.header, self.rows) = (file, header, rows)
        (self.lines, self.faults) = (lines, faults)
    }

    /// The cells of a named column.
    func column(_ name: String) throws(VerificationError) -> [String] {
        guard let index = header.firstIndex(of: name) else {
            throw .missingColumn(file: file, column: name)
        }
        return rows.map { $0[index] }
    }

    private static func cells(of line: Substring) -> [String] {
        guard line.contains("\"") else {
            return line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        var (cells, cell, isQuoted) = ([String](), "", false)
        for letter in line {
            if letter == "\"" {
                isQuoted.toggle()
            } else if letter == "," && !isQuoted {
                cells.append(cell)
                cell = ""
            } else {
                cell.append(letter)
            }
        }
        return cells + [cell]
    }
}
