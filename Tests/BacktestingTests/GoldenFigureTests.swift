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
}
