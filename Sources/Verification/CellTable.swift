import Foundation

/// A file of comma-separated cells with a header, quotes around cells allowed.
struct CellTable {
    let file: String
    let header: [String]
    /// The rows below the header. An empty line of a table with one column is an empty cell.
    let rows: [[String]]

    init(_ file: String, in folder: URL) throws(VerificationError) {
        let root = folder.resolvingSymlinksInPath()
        let place = root.appending(path: file).resolvingSymlinksInPath()
        guard place.pathComponents.starts(with: root.pathComponents) else {
            throw .linkedOutside(file: file, folder: folder.path, place: place.path)
        }
        guard let data = try? Data(contentsOf: place),
            let text = String(bytes: data.filter { $0 != 13 }, encoding: .utf8)
        else { throw .unreadable(file: file, folder: folder.path) }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        let cells = lines.map(Self.cells)
        guard let header = cells.first else {
            throw .unreadable(file: file, folder: folder.path)
        }
        for (line, row) in cells.enumerated() where row.count != header.count {
            throw .wrongCellCount(
                file: file, line: line + 1, cells: row.count, expected: header.count)
        }
        (self.file, self.header, rows) = (file, header, Array(cells.dropFirst()))
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
