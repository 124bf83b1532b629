import Foundation
import Oracle
import Signals
import Testing
import Verification

/// Compares the catalogue with TA-Lib's outputs, and with variants, on all golden files.
@Suite("Golden indicators")
struct GoldenIndicatorTests {
    @Test("every value is the reference's", arguments: GoldenCases.all)
    func matches(_ golden: GoldenCase) throws {
        let entry = golden.entry
        var bars = try golden.files.bars(of: entry.series)
        if golden.name != "VWAP.session" { bars[.session] = nil }
        let meaning = try ReferenceName.resolve(golden.name, entry.parameters())
        #expect(meaning.outputs.count == golden.indicator.outputNames.count)
        let values = golden.indicator.parameters.map { meaning.arguments[$0.name] ?? $0.usual }
        let outputs = IndicatorRun.values(
            of: golden.indicator.signals(of: Bars(), values), over: bars)
        let expected = try golden.files.columns(of: entry, rows: bars[.close]?.count ?? 0)
        for (name, (cells, output)) in zip(entry.outputs, zip(expected.columns, outputs)) {
            var difference = OutputDifference(output: name)
            for (bar, (cell, value)) in zip(cells, output).enumerated() {
                guard cell != .notCompared else { continue }
                let expected = if case .value(let value) = cell { value } else { Double.nan }
                difference.add(
                    value, expected: expected, at: bar,
                    tolerance: entry.tolerance + 1e-10 * expected.magnitude)
            }
            #expect(difference.compared > 0)
            if let first = difference.first {
                Issue.record(
                    "\(entry.file) \(name) bar \(first.bar): \(first.value), not \(first.expected)")
            }
        }
    }

    @Test("every file is compared")
    func coverage() {
        #expect(GoldenCases.missing.isEmpty)
        #expect(GoldenCases.all.count > 360)
    }
}

/// One golden file and the indicator that it is of.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    let files: GoldenFiles
    let entry: GoldenEntry
    let indicator: Indicator
    let name: String
    var testDescription: String { entry.file }
}

enum GoldenCases {
    private static let project = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden/indicators")

    private static let folders: [GoldenFiles] = {
        let real = ProcessInfo.processInfo.environment["FINSTAGE_REAL_DATA"].map {
            URL(filePath: $0).appending(path: "golden-real/indicators")
        }
        return [project, real].compactMap { $0 }.compactMap { try? GoldenFiles($0) }
    }()

    static let all: [GoldenCase] = folders.flatMap { files in
        files.entries.compactMap { entry in
            let name = entry.indicator == "STOCH.tulip" ? "STOCH" : entry.indicator
            return IndicatorRun.indicator(referredToAs: name).map {
                GoldenCase(files: files, entry: entry, indicator: $0, name: entry.indicator)
            }
        }
    }

    /// The indicators of files that no case is made of.
    static let missing: Set<String> = Set(folders.flatMap(\.entries).map(\.indicator))
        .subtracting(all.map(\.name))
}
