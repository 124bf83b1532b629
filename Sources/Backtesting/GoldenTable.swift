import Foundation
import MarketData

/// What is wrong with a folder of reference runs.
public enum GoldenError: Error, CustomStringConvertible {
    /// The file is missing or cannot be read.
    case unreadable(path: String)
    /// A cell is not what the column holds.
    case malformed(path: String, line: Int, column: String, text: String)
    /// A document that does not say what it must: the place in it, the problem and the remedy.
    case document(path: String, place: String, problem: String)

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .unreadable(let path):
            "\(path): missing or unreadable; --golden wants a folder that holds index.csv "
                + "(backtests) or metrics.json (metrics)"
        case .malformed(let path, let line, let column, let text):
            "\(path), line \(line), column '\(column)': "
                + (text.isEmpty ? "the cell is missing" : "'\(text)' is not understood")
        case .document(let path, let place, let problem):
            place.isEmpty ? "\(path): \(problem)" : "\(path), \(place): \(problem)"
        }
    }
}

/// A small comma-separated table of numbers and plain words, as reference files hold.
struct GoldenTable {
    let path: String
    let rows: [[Substring]]
    private let columns: [Substring: Int]
    private let text: String

    init(_ url: URL) throws(GoldenError) {
        path = url.path
        guard let text = try? String(contentsOf: url, encoding: .utf8) else {
            throw .unreadable(path: path)
        }
        self.text = text
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        guard let header = lines.first else { throw .unreadable(path: path) }
        columns = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
        rows = Array(lines.dropFirst())
    }

    func text(_ column: String, _ row: Int) throws(GoldenError) -> String {
        guard let index = columns[Substring(column)], rows[row].indices.contains(index) else {
            throw .malformed(path: path, line: row + 2, column: column, text: "")
        }
        return String(rows[row][index])
    }

    func number(_ column: String, _ row: Int) throws(GoldenError) -> Double {
        let text = try text(column, row)
        guard let number = Double(text) else {
            throw .malformed(path: path, line: row + 2, column: column, text: text)
        }
        return number
    }

    /// A number that is neither infinite nor "not a number".
    func finite(_ column: String, _ row: Int) throws(GoldenError) -> Double {
        let number = try number(column, row)
        guard number.isFinite else {
            throw .malformed(path: path, line: row + 2, column: column, text: "\(number)")
        }
        return number
    }

    func time(_ column: String, _ row: Int) throws(GoldenError) -> Timestamp {
        let text = try text(column, row)
        guard let time = Timestamp(iso8601: text) else {
            throw .malformed(path: path, line: row + 2, column: column, text: text)
        }
        return time
    }
}
