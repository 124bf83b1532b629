import Foundation
import MarketData

/// What the gates are held against: numbers by name, from a file of lines `name: number`.
///
/// The defaults are those of `thresholds.yaml` beside this file, which says what each means.
public struct GateThresholds: Hashable, Sendable {
    /// How long a window of the walk forward is, in years.
    static let windowYears = "walk-forward.years"
    /// How many windows there must be.
    static let leastWindows = "walk-forward.windows"

    /// What doubling adds to the costs of a side at least, as a fraction of the amount.
    static let leastCost = "costs-doubled.least"

    /// The file with the defaults, to be copied and changed.
    public static let defaultText = String(
        decoding: PackageResources.thresholds_yaml, as: UTF8.self)

    private var values: [String: Double]

    /// The defaults.
    public init() throws(ValidationError) {
        values = [:]
        values = try Self.values(in: Self.defaultText, name: "thresholds.yaml", known: nil)
        values[Gate.hindsight.name] = 0
    }

    /// The defaults with what a file says instead.
    ///
    /// - Parameters:
    ///   - text: lines `name: number`; what follows a `#` is a remark.
    ///   - name: the file's name, for errors.
    /// - Throws: an error that names the line, for a name that there is not, a name twice, or a
    ///   value that makes no sense.
    public init(_ text: String, name: String) throws(ValidationError) {
        try self.init()
        let known = values.keys.filter { $0 != Gate.hindsight.name }.sorted()
        let own = try Self.values(in: text, name: name, known: known)
        values.merge(own) { $1 }
    }

    /// The threshold of a gate, or another number of the file.
    public subscript(name: String) -> Double {
        guard let value = values[name] else {
            preconditionFailure("thresholds.yaml has no '\(name)'")
        }
        return value
    }

    private static func values(
        in text: String, name: String, known: [String]?
    ) throws(ValidationError) -> [String: Double] {
        var values: [String: Double] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let words = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
            guard !words.isEmpty else { continue }
            func wrong(_ problem: String) -> ValidationError {
                .badThresholds(file: name, line: index + 1, problem: problem)
            }
            let parts = words.split(separator: ":", maxSplits: 1)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, let value = Double(parts[1]), value.isFinite else {
                throw wrong("'\(words)' is not of the form 'name: number'")
            }
            if parts[0] == Gate.hindsight.name {
                throw wrong(
                    "'\(parts[0])' has no threshold; only --accept \(parts[0]) passes that gate, "
                        + "and the result says so. Remove the line")
            }
            if let known, !known.contains(parts[0]) {
                let near = nearest(parts[0], in: known).map { "; did you mean '\($0)'?" } ?? ""
                throw wrong(
                    "there is no '\(parts[0])'\(near). It takes \(known.joined(separator: ", "))")
            }
            if let problem = Self.problem(parts[0], value) { throw wrong(problem) }
            guard values.updateValue(value, forKey: parts[0]) == nil else {
                throw wrong("'\(parts[0])' stands twice")
            }
        }
        return values
    }

    /// What is wrong with a number; nil when it makes sense.
    private static func problem(_ name: String, _ value: Double) -> String? {
        let range: ClosedRange<Double> =
            switch name {
            case windowYears: 0.01...100
            case leastWindows: 2...1_000
            case leastCost: 0...0.1
            default: Gate.named(name)?.unit.range ?? -.infinity ... .infinity
            }
        guard !range.contains(value) else { return nil }
        return "'\(name)' lies in \(range.lowerBound)...\(range.upperBound), was \(value)"
    }
}
