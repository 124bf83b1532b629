import Analysis
import MarketData
import Testing

@Suite("Metrics in closed form")
struct ClosedFormTests {
    @Test("alternating ±a: mean 0, deviation a √(n / (n − 1)), downside a / √2")
    func alternating() throws {
        let (size, count) = (0.01, 10)
        let returns = Returns((0..<count).map { $0.isMultiple(of: 2) ? size : -size })
        let expected = size * (Double(count) / Double(count - 1)).squareRoot()
        #expect(abs(try #require(returns.deviation) / expected - 1) < 1e-14)
        #expect(returns.mean == 0 && returns.sharpe(periodsPerYear: 252) == 0)
        let downside = try #require(returns.downsideDeviation)
        #expect(abs(downside / (size / 2.0.squareRoot()) - 1) < 1e-14)
    }

    @Test("Sharpe does not change when stakes are scaled, volatility does")
    func scale() throws {
        let values = [0.01, -0.02, 0.005, 0.03, -0.01]
        let (one, half) = (Returns(values), Returns(values.map { $0 / 2 }))
        #expect(one.sharpe(periodsPerYear: 252) == half.sharpe(periodsPerYear: 252))
        #expect(one.sortino(periodsPerYear: 252) == half.sortino(periodsPerYear: 252))
        let volatility = try #require(one.volatility(periodsPerYear: 252))
        #expect(half.volatility(periodsPerYear: 252) == volatility / 2)
    }

    @Test("a tiny variation on a large mean keeps its digits")
    func cancellation() throws {
        let values = (0..<1_000).map { 1 + ($0.isMultiple(of: 2) ? 1e-9 : -1e-9) }
        let deviation = try #require(Returns(values).deviation)
        #expect(abs(deviation / (1e-9 * (1_000.0 / 999).squareRoot()) - 1) < 1e-6)
    }

    @Test("variation by rounding alone is none, for gains and for losses")
    func rounding() {
        let same = Returns([0.1, 0.1, 0.1.nextUp, 0.1.nextDown])
        #expect(same.deviation == nil && same.sharpe(periodsPerYear: 252) == nil)
        #expect(same.volatility(periodsPerYear: 252) == 0)
        let gains = Returns([0.01, 0.02, -1e-17])
        #expect(gains.sortino(periodsPerYear: 252) == nil)
        #expect(Returns([0.01, 0.02, -1e-300]).sortino(periodsPerYear: 252) == nil)
    }

    @Test("doubling in a year of 365.25 days is 100 %")
    func doubling() throws {
        let day = Interval.day.microseconds
        let growth = Growth(
            from: 1, to: 2, first: Timestamp(microseconds: 0),
            last: Timestamp(microseconds: 365 * day + day / 4))
        #expect(growth.compoundAnnual == 1 && !growth.isExtrapolated)
    }

    @Test("FE-39: nothing bought: zero where it is zero, undefined where it is unknown")
    func nothingBought() throws {
        let equity = [10_000.0, 10_000, 10_000]
        let returns = Returns(equity: equity, startingCash: 10_000)
        let start = try #require(CivilDate("2024-01-02")).midnight
        let growth = Growth(
            from: 10_000, to: 10_000, first: start, last: start + .day + .day)
        #expect((growth.total, growth.compoundAnnual) == (0, 0))
        #expect(returns.volatility(periodsPerYear: 252) == 0)
        #expect(Drawdown.episodes(equity: equity, startingCash: 10_000).isEmpty)
        #expect(Exposure(isInvested: [false, false, false]).fraction == 0)
        #expect(returns.sharpe(periodsPerYear: 252) == nil)
        #expect(returns.sortino(periodsPerYear: 252) == nil)
        let trades = TradeStatistics(profits: [])
        #expect((trades.count, trades.winRate, trades.profitFactor) == (0, nil, nil))
        #expect(trades.expectancy == nil)
    }

    @Test("ruin: −100 % a year, the deficit shown, no later return")
    func ruin() throws {
        let start = try #require(CivilDate("2020-01-02")).midnight
        let growth = Growth(from: 100, to: -10, first: start, last: start + .week)
        #expect(abs(growth.total + 1.1) < 1e-15 && growth.compoundAnnual == -1)
        let returns = Returns(equity: [50, -10, -10, -10], startingCash: 100)
        #expect(returns.values == [-0.5, -1.2])
    }

    @Test("exposure counts closes with a position")
    func exposure() {
        #expect(Exposure(isInvested: [true, false, true, true]).fraction == 0.75)
        #expect(Exposure(isInvested: []).fraction == nil)
    }
}
