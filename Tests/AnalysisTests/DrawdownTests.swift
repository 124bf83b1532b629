import Analysis
import MarketData
import Testing

@Suite("Drawdown and time under water")
struct DrawdownTests {
    private func days(_ dates: [String]) throws -> [Timestamp] {
        try dates.map { try #require(CivilDate($0)).midnight }
    }

    /// The drawdown that reports show as the greatest.
    private func deepest(_ equity: [Double], from cash: Double) throws -> Drawdown {
        try #require(Drawdown.episodes(equity: equity, startingCash: cash).deepest)
    }

    /// The figures of an account of daily bars from 2024-01-02 on.
    private func figures(_ equity: [Double], from cash: Double) throws -> [String: Double] {
        let start = try #require(CivilDate("2024-01-02")).daysSince1970
        let times = equity.indices.map { CivilDate(daysSince1970: start + $0).midnight }
        let account = MeasuredAccount(equity: equity, startingCash: cash, times: times)
        var figures: [String: Double] = [:]
        for figure in MetricCatalog.figures(of: account) { figures[figure.key] = figure.value }
        return figures
    }

    @Test("FE-35: a loss on the first day counts from the starting cash")
    func firstDay() throws {
        let equity = [900.0, 750, 810, 1_100]
        let drawdown = try deepest(equity, from: 1_000)
        #expect((drawdown.depth, drawdown.troughRow, drawdown.recoveryRow) == (0.25, 1, 3))
        #expect(drawdown.peakRow == nil && drawdown.barCount == 4)
        let times = try days(["2024-01-05", "2024-01-08", "2024-01-09", "2024-01-10"])
        #expect(drawdown.dayCount(times: times) == 5)
        #expect(UnderwaterCurve(equity: equity, startingCash: 1_000).longestBarCount == 3)
        let figures = try figures(equity, from: 1_000)
        #expect(figures["max_drawdown_fraction"] == 0.25 && figures["max_drawdown_bars"] == 4)
        #expect(figures["calmar_ratio"] == figures["cagr_fraction"].map { $0 / 0.25 })
    }

    @Test("one that has not recovered counts to the end")
    func open() throws {
        let drawdown = try deepest([1_200, 600, 900], from: 1_000)
        #expect((drawdown.depth, drawdown.peakRow, drawdown.troughRow) == (0.5, 0, 1))
        #expect(drawdown.recoveryRow == nil && drawdown.barCount == 2)
        let times = try days(["2024-02-28", "2024-02-29", "2024-03-04"])
        #expect(drawdown.dayCount(times: times) == 5)
    }

    @Test("equal to the peak is recovered, and the later of two equal peaks is the peak")
    func equalPeaks() throws {
        let drawdown = try deepest([1_000, 1_000, 900, 1_000, 950], from: 1_000)
        #expect((drawdown.peakRow, drawdown.recoveryRow, drawdown.barCount) == (1, 3, 2))
        #expect(drawdown.troughRow == 2)
    }

    @Test("a rising account has none")
    func none() throws {
        #expect(Drawdown.episodes(equity: [1_000, 1_200], startingCash: 1_000).isEmpty)
        let figures = try figures([1_000, 1_200], from: 1_000)
        #expect(figures["max_drawdown_fraction"] == 0 && figures["max_drawdown_days"] == 0)
        #expect(figures["calmar_ratio"] == nil)
    }

    @Test("below zero it is more than the whole")
    func ruin() throws {
        let drawdown = try deepest([1_000, -50], from: 1_000)
        #expect(drawdown.depth == 1.05)
    }

    @Test("a curve of a million bars takes one pass")
    func long() throws {
        let equity = (0..<1_000_000).map { 1e6 - Double($0) / 2 }
        let drawdown = try deepest(equity, from: 1e6)
        #expect(drawdown.barCount == 999_999 && drawdown.peakRow == 0)
    }
}
