import Backtesting
import Foundation
import Signals
import Strategies
import Testing

/// Reference runs of backtesting.py and vectorbt, beside this file and wherever
/// FINSTAGE_REAL_DATA points.
@Suite("Agreement with other engines")
struct GoldenBacktestTests {
    private static let bundled = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden/backtests")

    private func plan(_ name: String) -> Plan? {
        let numbers = name.split(separator: "-").filter { Double($0) != nil }.map(String.init)
        let types: [(String, any Strategy.Type, [String])] = [
            ("sma", SmaCross.self, ["fast", "slow"]),
            ("rsi", RsiReversal.self, ["period", "oversold", "overbought"]),
            ("bollinger", BollingerReversion.self, ["period", "deviations"]),
            ("macd", MacdCross.self, ["fast", "slow", "smoothing"]),
            ("donchian", DonchianBreakout.self, ["entryPeriod", "exitPeriod"]),
        ]
        guard let (_, type, names) = types.first(where: { name.hasPrefix($0.0) }),
            let strategy = try? type.init(
                setting: Dictionary(uniqueKeysWithValues: zip(names, numbers)))
        else { return nil }
        return Plan(strategy)
    }

    private func verify(_ folder: URL) throws {
        let golden = try GoldenFolder(folder)
        #expect(golden.runs.count > 50, "reference runs")
        let verification = GoldenVerification(golden) { plan($0) }
        var tradeCount = 0
        for run in golden.runs {
            let outcome = try verification.verify(run)
            #expect(outcome.differences.isEmpty, "\(run.label)")
            tradeCount += outcome.tradeCount
        }
        #expect(tradeCount > 1_000, "a comparison of no trades proves nothing")
    }

    @Test("trades exact, equity to 1e-9, on the reference runs of the tree")
    func bundled() throws { try verify(Self.bundled) }

    @Test(
        "the same on series outside the tree",
        .enabled(
            if: ProcessInfo.processInfo.environment["FINSTAGE_REAL_DATA"] != nil,
            "FINSTAGE_REAL_DATA is not set"))
    func outside() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["FINSTAGE_REAL_DATA"])
        try verify(URL(filePath: folder).appending(path: "golden-real/backtests"))
    }

    @Test(
        "a cell that says something else is a difference",
        arguments: [
            ("equity.csv", "\n", "\nnan\n"), ("trades.csv", "closed,", "2001-01-01"),
            ("summary.json", "\"commission_rate\": 0.001", "\"commission_rate\": 0.002"),
        ])
    func cells(file: String, part: String, other: String) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-golden-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: Self.bundled, to: folder)
        let run = try GoldenFolder(folder).runs[0]
        let path = folder.appending(path: "\(run.label).\(file)")
        var text = try String(contentsOf: path, encoding: .utf8)
        switch file {
        case "equity.csv":
            let last = try #require(text.dropLast().lastIndex(of: "\n"))
            text.replaceSubrange(last..., with: other)
        case "trades.csv":
            let date = try #require(text.firstRange(of: try Regex("20\\d\\d-\\d\\d-\\d\\d")))
            text.replaceSubrange(date, with: other)
        default:
            text.replace(part, with: other)
        }
        try text.write(to: path, atomically: true, encoding: .utf8)
        let verification = GoldenVerification(try GoldenFolder(folder)) { plan($0) }
        #expect(try !verification.verify(run).differences.isEmpty)
    }

    @Test("another rule differs")
    func notices() throws {
        let golden = try GoldenFolder(Self.bundled)
        let verification = GoldenVerification(golden) { _ in plan("sma-11-50") }
        let outcome = try verification.verify(golden.runs[0])
        #expect(!outcome.differences.isEmpty)
    }

    @Test("a folder without an index is a clear error")
    func missing() {
        #expect(throws: GoldenError.self) { try GoldenFolder(URL(filePath: "/nonexistent")) }
    }
}
