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
        #expect(files.entries.count == 440)
    }
}

/// The golden files of the project, and those of the real series where they lie.
enum GoldenSet {
    struct Entry: Sendable, CustomTestStringConvertible {
        let files: GoldenFiles
        let entry: GoldenEntry
        let bars: [DefinitionInput: [Double]]
        var testDescription: String { entry.file }

        func differences() throws -> [OutputDifference] {
            let meaning = try ReferenceName.resolve(entry.indicator, entry.parameters())
            let columns = try meaning.definition.inputs.map {
                try #require(bars[$0 == .value ? .close : $0])
            }
            let all = try meaning.definition.outputs(of: columns, meaning.arguments)
            let outputs = meaning.outputs.map { all[$0] }
            let golden = try files.columns(of: entry, rows: columns[0].count)
            return zip(entry.outputs, zip(golden.columns, outputs)).map { name, pair in
                var difference = OutputDifference(output: name)
                for (bar, (cell, value)) in zip(pair.0, pair.1.rounded).enumerated() {
                    guard cell != .notCompared else { continue }
                    let expected = if case .value(let value) = cell { value } else { Double.nan }
                    let tolerance = entry.tolerance + 1e-10 * expected.magnitude
                    difference.add(
                        value, expected: expected, at: bar, tolerance: tolerance)
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
            let names = Set(files.entries.map(\.series))
            let bars = names.map { ($0, (try? files.bars(of: $0)) ?? [:]) }
            let series = Dictionary(uniqueKeysWithValues: bars)
            return files.entries.map { entry in
                Entry(files: files, entry: entry, bars: series[entry.series] ?? [:])
            }
        }
    }()
}
