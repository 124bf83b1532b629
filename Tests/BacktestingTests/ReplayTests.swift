import Backtesting
import Foundation
import MarketData
import Signals
import Strategies
import Testing
import Trading

@Suite("Replay")
struct ReplayTests {
    private let history = AdjustedHistory(
        SyntheticMarket(symbol: 11).daily(count: 600), actions: [], view: .splits)
    private let plan = Plan(AdxTrend())
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "finstage-replay-\(UUID().uuidString)")

    private func replay(
        fault: (@Sendable (Int, Decision) -> Decision)? = nil
    ) -> Replay {
        Replay(
            plan, TradingRules().applying(plan.targets[0]), history, rows: 0..<history.count,
            fault: fault)
    }

    @Test("the same bar by bar as over columns, with trades")
    func agrees() throws {
        let account = try replay().run(into: nil)
        #expect(account.equity.count == 600 && account.session.trades.count > 3)
    }

    @Test(
        "every strategy is the same bar by bar, over real bars and across a split",
        arguments: StrategyCatalog.all.map { $0.name }, ["MSFT", "META"])
    func catalogue(name: String, symbol: String) throws {
        let type = try #require(StrategyCatalog.all.first { $0.name == name })
        let plan = Plan(type.init())
        let subject = try BundledMarket.subject(symbol, for: plan)
        let account = try Replay(
            plan, TradingRules().applying(plan.targets[0]), subject.history, rows: subject.rows
        ).run(into: nil)
        #expect(account.equity.count == subject.rows.count)
    }

    @Test("one decision that differs is found at its bar, and named")
    func notices() throws {
        let broken = replay { row, decision in
            row == 321 ? Decision(.enterShort, decidedAt: decision.decidedAt) : decision
        }
        do {
            _ = try broken.run(into: nil)
            Issue.record("the difference went unnoticed")
        } catch let difference as Replay.Difference {
            #expect(difference.row == 321 && difference.what.hasPrefix("decision"))
        }
    }

    @Test(
        "killed at any byte and run again, it gives the same journal", arguments: [0, 1, 77, 5_000])
    func resumes(cut: Int) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appending(path: "journal.jsonl")
        _ = try replay().run(into: try Journal(url))
        let whole = try Data(contentsOf: url)
        #expect(whole.count > 20_000)
        try whole.prefix(cut).write(to: url)
        _ = try replay().run(into: try Journal(url))
        #expect(try Data(contentsOf: url) == whole)
        _ = try replay().run(into: try Journal(url))
        #expect(try Data(contentsOf: url) == whole, "a third run adds nothing")
    }

    @Test("a journal that says something else is not overwritten")
    func refuses() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appending(path: "journal.jsonl")
        _ = try replay().run(into: try Journal(url))
        var text = try String(contentsOf: url, encoding: .utf8)
        text.replace("\"trades\":0", with: "\"trades\":9", maxReplacements: 1)
        try text.write(to: url, atomically: true, encoding: .utf8)
        #expect(throws: JournalError.self) { try replay().run(into: try Journal(url)) }
        #expect(try String(contentsOf: url, encoding: .utf8) == text)
    }
}
