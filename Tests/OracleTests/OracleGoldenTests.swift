import Foundation
import Oracle
import Testing
import Verification

/// Holds the definitions to the golden files: both were written from the formulas, apart.
@Suite("The oracle and the golden files")
struct OracleGoldenTests {
    @Test("agree on every value", arguments: GoldenSet.entries)
    func agrees(_ entry: GoldenSet.Entry) throws {
        for difference in try entry.differences() {
            #expect(difference.compared > 0)
            if let first = difference.first {
                Issue.record(
                    "\(difference.output) bar \(first.bar): \(first.value), not \(first.expected)")
            }
        }
    }

    @Test("of the project are all there")
    func coverage() throws {
        let files = try GoldenFiles(GoldenSet.project)
        #expect(files.faults == [])
        #expect(files.entries.count == 421)
    }
}

/// The golden files of the project, and those of the real series where they lie.
enum GoldenSet {
    struct Entry: Sendable, CustomTestStringConvertible {
        let files: GoldenFiles
        let entry: GoldenEntry
        var testDescription: String { entry.file }

        func differences() throws -> [OutputDifference] {
            let (definition, arguments, factor) = try ReferenceName.resolve(
                entry.indicator, entry.parameters)
            let bars = try files.bars(of: entry.series)
            let columns = try definition.inputs.map { try #require(bars[$0]) }
            let outputs = try definition.outputs(of: columns, arguments)
            let golden = try files.columns(of: entry, rows: columns[0].count)
            return zip(entry.outputs, zip(golden.columns, outputs)).map { name, pair in
                var difference = OutputDifference(output: name)
                for (bar, (cell, value)) in zip(pair.0, pair.1.rounded).enumerated() {
                    guard cell != .notCompared else { continue }
                    let expected = if case .value(let value) = cell { value } else { Double.nan }
                    let tolerance = entry.tolerance + 1e-10 * expected.magnitude
                    difference.add(
                        factor * value, expected: expected, at: bar, tolerance: tolerance)
                }
                return difference
            }
        }
    }

    static let project = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden/indicators")

    static let entries: [Entry] = {
        let real = ProcessInfo.processInfo.environment["FINSTAGE_REAL_DATA"].map {
            URL(filePath: $0).appending(path: "golden-real/indicators")
        }
        return [project, real].compactMap { $0 }.flatMap { folder in
            guard let files = try? GoldenFiles(folder) else { return [Entry]() }
            return files.entries.map { Entry(files: files, entry: $0) }
        }
    }()
}
