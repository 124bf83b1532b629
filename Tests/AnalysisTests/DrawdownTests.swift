import Analysis
import MarketData
import Testing

@Suite("Drawdown and time under water")
struct DrawdownTests {
    private func days(_ dates: [String]) throws -> [Timestamp] {
        try dates.map { try #require(CivilDate($0)).midnight }
    }

    @Test("FE-35: a loss on the first day counts from the starting cash")
    func firstDay() throws {
        let equity = [900.0, 750, 810, 1_100]
        let drawdown = Drawdown(equity: equity, startingCash: 1_000)
        #expect((drawdown.depth, drawdown.troughRow, drawdown.recoveryRow) == (0.25, 1, 3))
        #expect(drawdown.peakRow == nil && drawdown.barCount == 4)
        let times = try days(["2024-01-05", "2024-01-08", "2024-01-09", "2024-01-10"])
        #expect(drawdown.dayCount(times: times) == 5)
        #expect(UnderwaterCurve(equity: equity, startingCash: 1_000).longestBarCount == 3)
        let growth = Growth(from: 1_000, to: 1_100, first: times[0], last: times[3])
        #expect(growth.calmar(drawdown: 0.25) == growth.compoundAnnual.map { $0 / 0.25 })
    }

    @Test("one that has not recovered counts to the end")
    func open() throws {
        let drawdown = Drawdown(equity: [1_200, 600, 900], startingCash: 1_000)
        #expect((drawdown.depth, drawdown.peakRow, drawdown.troughRow) == (0.5, 0, 1))
        #expect(drawdown.recoveryRow == nil && drawdown.barCount == 2)
        let times = try days(["2024-02-28", "2024-02-29", "2024-03-04"])
        #expect(drawdown.dayCount(times: times) == 5)
    }

    @Test("equal to the peak is recovered, and the later of two equal peaks is the peak")
    func equalPeaks() {
        let drawdown = Drawdown(equity: [1_000, 1_000, 900, 1_000, 950], startingCash: 1_000)
        #expect((drawdown.peakRow, drawdown.recoveryRow, drawdown.barCount) == (1, 3, 2))
        #expect(drawdown.troughRow == 2)
    }

    @Test("a rising account has none")
    func none() throws {
        let drawdown = Drawdown(equity: [1_000, 1_200], startingCash: 1_000)
        #expect((drawdown.depth, drawdown.troughRow, drawdown.barCount) == (0, nil, 0))
        #expect(drawdown.dayCount(times: try days(["2024-02-28", "2024-02-29"])) == 0)
        let growth = Growth(
            from: 1_000, to: 1_200, first: try days(["2024-01-02"])[0],
            last: try days(["2024-02-02"])[0])
        #expect(growth.calmar(drawdown: 0) == nil)
    }

    @Test("below zero it is more than the whole")
    func ruin() {
        let drawdown = Drawdown(equity: [1_000, -50], startingCash: 1_000)
        #expect(drawdown.depth == 1.05)
    }

    @Test("a curve of a million bars takes one pass")
    func long() {
        let equity = (0..<1_000_000).map { 1e6 - Double($0) / 2 }
        let drawdown = Drawdown(equity: equity, startingCash: 1e6)
        #expect(drawdown.barCount == 999_999 && drawdown.peakRow == 0)
    }
}
