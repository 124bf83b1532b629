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
        /// What could not be compared, with its place and the problem.
        public let faults: [String]
    }

    private static let tolerance = 1e-9

    private let folder: URL
    private let document: MetricDocument

    /// Opens a folder.
    public init(_ folder: URL) throws(GoldenError) {
        document = try MetricDocument(folder.appending(path: "metrics.json"))
        self.folder = folder
    }

    /// Compares every block of every series, in order of their names. What cannot be read of one
    /// series keeps none of the others from being compared.
    public func verify() -> [Outcome] {
        document.series.flatMap { name, entry -> [Outcome] in
            guard !entry.returnsFile.isEmpty else { return [Outcome(name, faults: entry.faults)] }
            let figures: ReferenceFigures
            do throws(GoldenError) { figures = ReferenceFigures(try account(entry)) } catch {
                let place = "series.\(name).returns_file"
                let fault = "\(document.path), \(place): \(error.reason)"
                return [Outcome(name, faults: entry.faults + [fault])]
            }
            let unread = entry.faults.isEmpty ? [] : [Outcome(name, faults: entry.faults)]
            return unread
                + entry.blocks.sorted { $0.key < $1.key }.map { block, expected in
                    compare(figures, expected, block, label: "\(name)/\(block)")
                }
        }
    }

    /// An account that starts at 1 before the first return, and its benchmark likewise.
    private func account(_ entry: MetricDocument.Entry) throws(GoldenError) -> MeasuredAccount {
        let table = try GoldenTable(folder.appending(path: entry.returnsFile))
        var (times, equity, levels): ([Timestamp], [Double], [Double]) = ([], [], [])
        for row in table.rows.indices {
            let text = try table.text("date", row)
            guard let date = CivilDate(text), times.last.map({ $0 < date.midnight }) ?? true else {
                throw .malformed(path: table.path, line: row + 2, column: "date", text: text)
            }
            times.append(date.midnight)
            equity.append((equity.last ?? 1) * (1 + (try table.finite("strategy", row))))
            levels.append((levels.last ?? 1) * (1 + (try table.finite("benchmark", row))))
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
            differences: differences, faults: [])
    }

    private static func difference(_ ours: Double?, _ reference: Double?) -> Double {
        guard let ours, let reference else { return ours == reference ? 0 : .infinity }
        return ours == reference ? 0 : (ours - reference).magnitude / reference.magnitude
    }

    private static func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "undefined" }
}

extension GoldenError {
    /// What is wrong with a file that another one names.
    fileprivate var reason: String {
        guard case .unreadable(let path) = self else { return description }
        return "\(path) is missing, empty or unreadable; name the CSV file of its returns"
    }
}

extension MetricVerification.Outcome {
    fileprivate init(_ label: String, faults: [String]) {
        self.init(
            label: label, figureCount: 0, unknownKeys: [], largestDifference: 0, differences: [],
            faults: faults)
    }
}
