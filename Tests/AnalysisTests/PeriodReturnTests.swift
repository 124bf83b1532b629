import Analysis
import MarketData
import Testing

@Suite("Returns by period")
struct PeriodReturnTests {
    @Test("FE-49: months compound, and the first month exists")
    func months() throws {
        let dates = try [
            "2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05", "2024-02-01", "2024-02-02",
        ].map { try #require(CivilDate($0)) }
        let equity = [0.10, -0.10, 0.10, -0.10, 0.05, 0.05].reduce(into: [Double]()) {
            $0.append(($0.last ?? 100) * (1 + $1))
        }
        func returns(_ span: PeriodReturns.Span) -> [Double] {
            PeriodReturns(equity: equity, startingCash: 100, dates: dates, by: span).values
        }
        #expect(zip(returns(.month), [-0.0199, 0.1025]).allSatisfy { abs($0 - $1) < 1e-15 })
        #expect(returns(.year).count == 1 && abs(returns(.year)[0] - 0.08056025) < 1e-15)
        #expect(returns(.day).count == 6)
    }

    @Test("a session of several bars is one day")
    func sessions() throws {
        let dates = try ["2024-01-02", "2024-01-02", "2024-01-03"].map {
            try #require(CivilDate($0))
        }
        let days = PeriodReturns(
            equity: [110, 120, 60], startingCash: 100, dates: dates, by: .day)
        #expect(days.values == [120.0 / 100 - 1, -0.5] && days.worst == -0.5)
        #expect(days.starts == [dates[0], dates[2]])
    }

    @Test("after ruin there are no periods")
    func ruin() throws {
        let dates = try ["2024-01-02", "2024-02-02", "2024-03-02"].map {
            try #require(CivilDate($0))
        }
        let months = PeriodReturns(
            equity: [50, -10, -10], startingCash: 100, dates: dates, by: .month)
        #expect(months.values == [-0.5, -1.2])
    }

    @Test("every drawdown in order, and the deepest of them")
    func episodes() throws {
        let equity = [90.0, 100, 120, 110, 120, 60, 130, 130, 129]
        let all = Drawdown.episodes(equity: equity, startingCash: 100)
        #expect(all.map(\.peakRow) == [nil, 2, 4, 7])
        #expect(all.map(\.recoveryRow) == [1, 4, 6, nil])
        #expect(all.map(\.barCount) == [2, 2, 2, 1])
        #expect(all[2] == all.deepest && all[2].depth == 0.5)
        #expect(Drawdown.episodes(equity: [100, 100, 101], startingCash: 100).isEmpty)
    }
}
