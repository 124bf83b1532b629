import Analysis
import Foundation
import MarketData

/// Reference figures of other libraries, computed again from their returns and compared.
///
/// A folder holds `metrics.json`, with blocks of figures for each series, and the daily returns of
/// strategy and benchmark of each. Figures agree within 1e-9 relative.
public struct MetricVerification: Sendable {
    /// What came of one block of one series.
    public struct Outcome: Sendable {
        /// The series and the block: `AAPL-vs-SPX/empyrical`.
        public let label: String
        /// The figures compared.
        public let figureCount: Int
        /// The keys of figures that the catalogue does not have.
        public let unknownKeys: [String]
        /// The largest relative difference.
        public let largestDifference: Double
        /// Each difference beyond the tolerance, in words.
        public let differences: [String]
    }

    private struct Document: Decodable {
        let series: [String: Entry]
    }

    private struct Entry: Decodable {
        let returnsFile: String
        let blocks: [String: [String: Double?]]

        private struct Name: CodingKey {
            let stringValue: String
            let intValue: Int? = nil
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Name.self)
            returnsFile = try members.decode(
                String.self, forKey: Name(stringValue: "returns_file"))
            blocks = try ["definitions", "empyrical", "quantstats"].reduce(into: [:]) {
                $0[$1] = try members.decodeIfPresent(
                    [String: Double?].self, forKey: Name(stringValue: $1))
            }
        }
    }

    private static let tolerance = 1e-9

    private let folder: URL
    private let series: [String: Entry]

    /// Opens a folder.
    public init(_ folder: URL) throws(GoldenError) {
        let url = folder.appending(path: "metrics.json")
        guard let data = try? Data(contentsOf: url) else { throw .unreadable(path: url.path) }
        do {
            series = try JSONDecoder().decode(Document.self, from: data).series
        } catch {
            throw .malformed(path: url.path, line: 1, column: "series", text: "\(error)")
        }
        self.folder = folder
    }

    /// Compares every block of every series, in order of their names.
    public func verify() throws(GoldenError) -> [Outcome] {
        var outcomes: [Outcome] = []
        for (name, entry) in series.sorted(by: { $0.key < $1.key }) {
            let figures = ReferenceFigures(try account(entry))
            for (block, expected) in entry.blocks.sorted(by: { $0.key < $1.key }) {
                outcomes.append(compare(figures, expected, block, label: "\(name)/\(block)"))
            }
        }
        return outcomes
    }

    /// An account that starts at 1 before the first return, and its benchmark likewise.
    private func account(_ entry: Entry) throws(GoldenError) -> MeasuredAccount {
        let table = try GoldenTable(folder.appending(path: entry.returnsFile))
        var (times, equity, levels): ([Timestamp], [Double], [Double]) = ([], [], [])
        for row in table.rows.indices {
            let text = try table.text("date", row)
            guard let date = CivilDate(text) else {
                throw .malformed(path: table.path, line: row + 2, column: "date", text: text)
            }
            times.append(date.midnight)
            equity.append((equity.last ?? 1) * (1 + (try table.number("strategy", row))))
            levels.append((levels.last ?? 1) * (1 + (try table.number("benchmark", row))))
        }
        guard !equity.isEmpty else { throw .unreadable(path: table.path) }
        var account = MeasuredAccount(
            equity: equity, startingCash: 1, times: times, isInvested: equity.map { _ in true })
        account.benchmark = BenchmarkLevels(times: times, levels: levels, base: 1)
        return account
    }

    private func compare(
        _ figures: ReferenceFigures, _ expected: [String: Double?], _ block: String, label: String
    ) -> Outcome {
        var (unknown, differences): ([String], [String]) = ([], [])
        var (count, largest) = (0, 0.0)
        for (key, reference) in expected.sorted(by: { $0.key < $1.key }) {
            guard case .value(let ours) = figures.answer(key, block: block) else {
                unknown.append(key)
                continue
            }
            count += 1
            let difference = Self.difference(ours, reference)
            largest = max(largest, difference)
            if !(difference <= Self.tolerance) {
                let (one, other) = (Self.text(ours), Self.text(reference))
                differences.append("\(key) is \(one), not \(other)")
            }
        }
        return Outcome(
            label: label, figureCount: count, unknownKeys: unknown, largestDifference: largest,
            differences: differences)
    }

    private static func difference(_ ours: Double?, _ reference: Double?) -> Double {
        guard let ours, let reference else { return ours == reference ? 0 : .infinity }
        return ours == reference ? 0 : (ours - reference).magnitude / reference.magnitude
    }

    private static func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "undefined" }
}
