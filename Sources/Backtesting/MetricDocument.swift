import Foundation

/// `metrics.json`: for each series the file of its returns, and blocks of reference figures.
///
/// What is wrong with one series is kept beside it, with its place, so that the others can be
/// compared all the same.
struct MetricDocument {
    /// One series.
    struct Entry {
        /// The file of the daily returns, beside the document.
        let returnsFile: String
        /// The figures of each block by key; nil for an undefined one.
        let blocks: [String: [String: Double?]]
        /// What could not be read, each with its place.
        let faults: [String]
    }

    /// The path of the document.
    let path: String
    /// The series in the order of their names.
    let series: [(name: String, entry: Entry)]

    private static let blockNames = ["definitions", "empyrical", "quantstats"]
    private static let form =
        "it wants {\"series\": {\"NAME\": {\"returns_file\": \"FILE.csv\", \"quantstats\": {…}}}}"

    /// Reads a document.
    init(_ url: URL) throws(GoldenError) {
        path = url.path
        guard let data = try? Data(contentsOf: url) else { throw .unreadable(path: url.path) }
        let root: Any
        do { root = try JSONSerialization.jsonObject(with: data) } catch {
            throw Self.noJSON(error, data, path: url.path)
        }
        guard let named = (root as? [String: Any])?["series"] as? [String: Any] else {
            throw .document(path: url.path, place: "series", problem: "missing; \(Self.form)")
        }
        guard !named.isEmpty else {
            throw .document(path: url.path, place: "series", problem: "it is empty; \(Self.form)")
        }
        series = named.sorted { $0.key < $1.key }.map { name, value in
            (name, Self.entry(value, path: url.path, place: "series.\(name)"))
        }
    }

    /// The parser's reason, with the line in place of the number of the character.
    private static func noJSON(_ error: any Error, _ data: Data, path: String) -> GoldenError {
        let reason = (error as NSError).userInfo["NSDebugDescription"] as? String ?? "\(error)"
        guard let match = reason.firstMatch(of: /around character (\d+)\.?/),
            let place = Int(match.1)
        else { return .document(path: path, place: "", problem: "no JSON: \(reason)") }
        let line = 1 + data.prefix(place).count { $0 == UInt8(ascii: "\n") }
        let problem = reason[..<match.range.lowerBound].trimmingCharacters(in: .whitespaces)
        return .document(path: path, place: "line \(line)", problem: "no JSON: \(problem)")
    }

    private static func entry(_ value: Any, path: String, place: String) -> Entry {
        var (blocks, faults): ([String: [String: Double?]], [String]) = ([:], [])
        func note(_ key: String, _ problem: String) {
            let error = GoldenError.document(
                path: path, place: "\(place)\(key)", problem: problem)
            faults.append(error.description)
        }
        let members = value as? [String: Any] ?? [:]
        let file = members["returns_file"] as? String ?? ""
        if file.isEmpty { note(".returns_file", "missing; name the CSV file of its returns") }
        for block in blockNames {
            guard let value = members[block] else { continue }
            guard let figures = value as? [String: Any] else {
                note(".\(block)", "it must be an object of figures by key")
                continue
            }
            blocks[block] = [:]
            for (key, figure) in figures.sorted(by: { $0.key < $1.key }) {
                if figure is NSNull {
                    blocks[block]?[key] = .some(nil)
                } else if let number = figure as? Double {
                    blocks[block]?[key] = number
                } else {
                    note(".\(block).\(key)", "'\(figure)' is no number; write one, or null")
                }
            }
        }
        if blocks.isEmpty, faults.isEmpty {
            note("", "no figures; give it \(blockNames.joined(separator: ", ")) or several")
        }
        return Entry(returnsFile: file, blocks: blocks, faults: faults)
    }
}
