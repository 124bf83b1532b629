public import Foundation
import Oracle

/// A folder of golden files: `index.csv`, the bars under `inputs`, one file of outputs a line.
///
/// - Format: `index.csv` has the columns file, indicator, params (`name=value;…`), series,
///   outputs (`a|b`), suggested_atol; others are for people. `inputs/SERIES.csv` has time, open,
///   high, low, close and volume, or some of them. An output file has the columns that the index
///   names; row i belongs to bar i. An empty cell is unknown by warm-up, `nan` by the data; both
///   stand for unknown and are compared as one. `?` is not compared.
public struct GoldenFiles: Sendable {
    /// The lines of the index that can be read.
    public let entries: [GoldenEntry]
    /// What is wrong with the index and the folder, one message a fault.
    public let faults: [String]
    private let folder: URL

    /// Reads the index.
    ///
    /// - Parameter folder: where `index.csv` lies.
    /// - Throws: where the index is missing or has not the columns.
    public init(_ folder: URL) throws(VerificationError) {
        self.folder = folder
        let table = try CellTable("index.csv", in: folder, sparesRows: true)
        for name in ["file", "indicator", "params", "series", "outputs", "suggested_atol"]
        where !table.header.contains(name) {
            throw .missingColumn(file: "index.csv", column: name)
        }
        var (entries, faults) = ([GoldenEntry](), table.faults.map(\.description))
        var lines: [String: Int] = [:]
        for (line, cells) in zip(table.lines, table.rows) {
            do throws(VerificationError) {
                let entry = try GoldenEntry(
                    { name throws(VerificationError) in
                        table.header.firstIndex(of: name).map { cells[$0] } ?? ""
                    }, line: line)
                if let first = lines.updateValue(line, forKey: entry.file) {
                    lines[entry.file] = first
                    throw .namedTwice(file: entry.file, line: line, first: first)
                }
                entries.append(entry)
            } catch {
                faults.append(error.description)
            }
        }
        self.entries = entries
        self.faults = faults + Self.strangers(in: folder, beside: Set(entries.map(\.file)))
    }

    /// Files of values that the index does not name.
    private static func strangers(in folder: URL, beside known: Set<String>) -> [String] {
        let found =
            FileManager.default.enumerator(atPath: folder.path)?.compactMap {
                $0 as? String
            } ?? []
        return found.filter {
            $0.hasSuffix(".csv") && $0.contains("/") && !$0.hasPrefix("inputs/")
                && !known.contains($0)
        }.sorted().map { "\($0) is not named in index.csv; add its line, or remove the file" }
    }

    /// The bars of a series, by column.
    ///
    /// - Parameter series: its name in the index.
    /// - Returns: the columns that the file has, and one that changes at each session.
    /// - Throws: where the file is missing or a cell is no number.
    public func bars(of series: String) throws(VerificationError) -> [DefinitionInput: [Double]] {
        let table = try CellTable("inputs/\(series).csv", in: folder)
        var bars: [DefinitionInput: [Double]] = [:]
        for input in DefinitionInput.allCases where table.header.contains(input.rawValue) {
            var values: [Double] = []
            for (row, cell) in try table.column(input.rawValue).enumerated() {
                guard let value = cell == "" || cell == "nan" ? .nan : Double(cell) else {
                    throw .badCell(
                        file: table.file, line: row + 2, column: input.rawValue, cell: cell)
                }
                values.append(value)
            }
            bars[input] = values
        }
        if table.header.contains("time") {
            let times = try table.column("time")
            bars[.session] = Self.sessions(times)
            bars[.month] = Self.numbers(times, letters: 7)
        }
        return bars
    }

    /// A number for each day; for dates without a time, for each month.
    private static func sessions(_ times: [String]) -> [Double] {
        numbers(times, letters: times.allSatisfy { $0.count <= 10 } ? 7 : 10)
    }

    /// A number that grows where the first letters change.
    private static func numbers(_ times: [String], letters: Int) -> [Double] {
        var (number, last) = (0.0, Substring())
        return times.map { time in
            if time.prefix(letters) != last { (number, last) = (number + 1, time.prefix(letters)) }
            return number
        }
    }

    /// The expected values of one file.
    ///
    /// - Parameters:
    ///   - entry: its line of the index.
    ///   - rows: as many as the series has bars.
    /// - Returns: the values.
    /// - Throws: where the file is missing, cut, or has other columns.
    public func columns(of entry: GoldenEntry, rows: Int) throws(VerificationError)
        -> GoldenColumns
    {
        try GoldenColumns(try CellTable(entry.file, in: folder), of: entry, rows: rows)
    }
}
