import Backtesting
import Database
import Foundation
import MarketData
import Signals
import Strategies
import Testing
import Validation

/// What counts as a trial, and what does not.
@Suite("The trial ledger")
struct TrialLedgerTests {
    private let folder: URL
    private let ledger: TrialLedger

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-trials-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        ledger = TrialLedger(try CatalogueDatabase(folder: folder))
    }

    private func discard() { try? FileManager.default.removeItem(at: folder) }

    private func trial(
        fast: Int = 10, symbols: [Int] = [0], dataset: String = "made", barCount: Int = 300,
        kind: TrialRecord.Kind = .run
    ) throws -> Trial {
        let strategy = try SmaCross(setting: ["fast": "\(fast)"])
        return Trial(
            kind, plan: Plan(strategy),
            parameters: strategy.parameters.map { ($0.name, $0.value) },
            subjects: try symbols.map {
                try Market.subject(
                    SyntheticMarket(symbol: $0).daily(count: barCount), dataset: dataset)
            })
    }

    private func enter(_ trial: Trial, _ sharpes: [Double?] = [0.5]) throws {
        try ledger.enter(trial, sharpes: sharpes, at: Timestamp(microseconds: 1))
    }

    @Test("a repetition adds none, nor does a longer series of the same source, nor the order")
    func repeats() throws {
        defer { discard() }
        try enter(trial(symbols: [0, 1]))
        let summary = try ledger.summary()
        try enter(trial(symbols: [0, 1]), [0.7])
        try enter(trial(symbols: [1, 0], barCount: 400))
        let rows = try ledger.rows()
        #expect(rows.count == 1 && rows[0].sharpeMean == 0.5)
        #expect(rows[0].parameters == "fast=10 slow=50")
        #expect(rows[0].lineage == "S0000, S0001 1d (made)")
        #expect(try ledger.summary() == summary)
    }

    @Test("other parameters, other series and another source are other trials")
    func distinct() throws {
        defer { discard() }
        try enter(trial())
        try enter(trial(fast: 20))
        try enter(trial(symbols: [0, 1]))
        try enter(trial(dataset: "other"))
        let rows = try ledger.rows()
        #expect(rows.count == 4 && TrialLedger.Summary(of: rows).trialCount == 4)
        let fewer = TrialLedger.Summary(of: rows.dropLast())
        #expect(TrialLedger.Summary(of: rows).digest != fewer.digest)
    }

    @Test("a grid is one row with the moments of its cells, and grows until it is complete")
    func grid() throws {
        defer { discard() }
        let grid = try trial(kind: .grid)
        try enter(grid, [0.25, nil])
        try enter(grid, [0.25, nil, 0.75, 1.25])
        try enter(grid, [0.25])
        let rows = try ledger.rows()
        #expect(try rows.count == 1 && ledger.summary().trialCount == 4)
        #expect(rows[0].kind == .grid && rows[0].sharpeMean == 0.75)
        #expect(rows[0].sharpeDeviation == 0.5)
    }

    @Test("the mean of accounts: those that have the bar, and a ruined one stays")
    func pooled() throws {
        defer { discard() }
        let first = try Market.result(closes: [100, 110, 121], from: 0)
        let second = try Market.result(closes: [50, 40], from: 1)
        let both = PooledReturns([first, second])
        #expect(both.times.count == 3)
        let expected = [0, (0.1 + 0) / 2, (0.1 - 0.2) / 2]
        for (one, other) in zip(both.returns.values, expected) { #expect(abs(one - other) < 1e-12) }
    }
}
