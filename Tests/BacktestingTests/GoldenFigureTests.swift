import Backtesting
import Foundation
import Testing

/// Reference figures of empyrical and quantstats, and of the definitions that we share.
@Suite("Agreement with other libraries")
struct GoldenFigureTests {
    private static let bundled = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden/metrics")

    private func verify(_ folder: URL) throws {
        let outcomes = try MetricVerification(folder).verify()
        #expect(outcomes.count == 6)
        for outcome in outcomes {
            #expect(outcome.differences.isEmpty, "\(outcome.label)")
            #expect(outcome.figureCount >= 18, "\(outcome.label)")
            if outcome.label.hasSuffix("definitions") {
                #expect(outcome.figureCount == 46 && outcome.unknownKeys.isEmpty)
            }
        }
    }

    @Test("every shared figure, under our definitions and under two conventions")
    func bundled() throws { try verify(Self.bundled) }

    @Test(
        "the same on series outside the tree",
        .enabled(
            if: ProcessInfo.processInfo.environment["FINSTAGE_REAL_DATA"] != nil,
            "FINSTAGE_REAL_DATA is not set"))
    func outside() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["FINSTAGE_REAL_DATA"])
        try verify(URL(filePath: folder).appending(path: "golden-real/metrics"))
    }

    @Test("a figure that was changed is found and named")
    func notices() throws {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appending(path: "finstage-\(UUID().uuidString)")
        try manager.copyItem(at: Self.bundled, to: folder)
        defer { try? manager.removeItem(at: folder) }
        let url = folder.appending(path: "metrics.json")
        var text = try String(contentsOf: url, encoding: .utf8)
        text.replace(
            "\"sharpe_ratio\": 0.6678669", with: "\"sharpe_ratio\": 0.6678668", maxReplacements: 1)
        try text.write(to: url, atomically: true, encoding: .utf8)
        let differing = try MetricVerification(folder).verify().filter { !$0.differences.isEmpty }
        #expect(differing.map(\.label) == ["AAPL-vs-SPX/empyrical"])
        #expect(differing.first?.differences.first?.hasPrefix("sharpe_ratio is 0.66786") == true)
    }

    @Test("a folder without figures is a clear error")
    func missing() {
        #expect(throws: GoldenError.self) {
            try MetricVerification(URL(filePath: "/nonexistent"))
        }
    }

    @Test(
        "a document that says nothing is refused with its place",
        arguments: [
            ("{\"series\":{}}", "series: it is empty"), ("[]", "series: missing"),
            ("{\"series\": {\n\"A\": }}", "line 2: no JSON"), ("", "no JSON"),
        ])
    func documents(text: String, words: String) throws {
        let folder = try copied()
        defer { try? FileManager.default.removeItem(at: folder) }
        try text.write(
            to: folder.appending(path: "metrics.json"), atomically: true, encoding: .utf8)
        let error = try #require(throws: GoldenError.self) { try MetricVerification(folder) }
        #expect(error.description.contains("metrics.json"))
        #expect(error.description.contains(words), "\(error)")
    }

    @Test("what is wrong with one series is named, and the others are compared")
    func oneOfSeveral() throws {
        let folder = try copied()
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appending(path: "metrics.json")
        let text = try String(contentsOf: url, encoding: .utf8)
            .replacing("IBM-vs-SPX.returns.csv", with: "gone.csv")
            .replacing(/"cagr": [0-9.]+/, with: "\"cagr\": \"much\"", maxReplacements: 1)
        try text.write(to: url, atomically: true, encoding: .utf8)
        let outcomes = try MetricVerification(folder).verify()
        let faults = outcomes.flatMap(\.faults)
        #expect(faults.count == 2, "\(faults)")
        #expect(faults[0].contains("metrics.json, series.AAPL-vs-SPX."), "\(faults)")
        #expect(faults[0].contains(".cagr: 'much' is no number"), "\(faults)")
        #expect(faults[1].contains("series.IBM-vs-SPX.returns_file: "), "\(faults)")
        #expect(faults[1].contains("gone.csv is missing"), "\(faults)")
        #expect(outcomes.reduce(0) { $0 + $1.figureCount } == 106)
        #expect(outcomes.flatMap(\.differences).isEmpty)
    }

    private func copied() throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Self.bundled, to: folder)
        return folder
    }
}
