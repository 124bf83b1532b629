import Analysis
import MarketData
import Testing

@Suite("Metrics")
struct MetricTests {
    private func isClose(_ one: Double?, _ other: Double) -> Bool {
        one.map { ($0 - other).magnitude <= 1e-9 * other.magnitude } ?? false
    }

    private func growth(_ from: String, _ to: String, _ equity: Double) throws -> Growth {
        Growth(
            from: 100_000, to: equity, first: try #require(CivilDate(from)).midnight,
            last: try #require(CivilDate(to)).midnight)
    }

    @Test("Sortino counts every period, in any order")
    func sortino() {
        for values in [[-0.10, 0.02, 0.01, 0.03], [0.03, 0.02, -0.10, 0.01]] {
            #expect(isClose(Returns(values).sortino(periodsPerYear: 252), -3.1749015733))
        }
        let block = [0.004, 0.004, 0.004, -0.003]
        let returns = Returns(block + block + block)
        #expect(isClose(returns.sortino(periodsPerYear: 252), 23.8117617996))
        #expect(Returns([0.01, 0, 0.02]).sortino(periodsPerYear: 252) == nil)
    }

    @Test("CAGR counts calendar days by a calendar year")
    func cagr() throws {
        #expect(
            isClose(try growth("2024-01-02", "2024-07-02", 120_000).compoundAnnual, 0.4418043097))
        #expect(
            isClose(try growth("2023-01-03", "2024-01-03", 200_000).compoundAnnual, 1.0009497421))
        #expect(try growth("2024-01-02", "2024-01-02", 100_000).compoundAnnual == nil)
        #expect(try growth("2024-01-02", "2024-07-02", 120_000).isExtrapolated)
        #expect(try growth("2015-01-02", "2024-07-02", -5_000).compoundAnnual == -1)
    }

    @Test("intraday Sharpe is annualised by sessions times bars, or around the clock")
    func intraday() {
        let returns = Returns((0..<13).flatMap { _ in [0.001, -0.0005, 0.0008, -0.0007] })
        #expect(isClose(returns.sharpe(periodsPerYear: 252 * 26), 15.8918286657))
        #expect(isClose(returns.sharpe(periodsPerYear: 365 * 96), 36.7509845761))
        let exchange = Calendar.named("XNYS")?.periodsPerYear(
            of: Interval(microseconds: 15 * Interval.minute.microseconds))
        #expect(exchange == 6_552)
    }

    @Test("a trade wins after costs, and only if it earns something")
    func winRate() {
        let net = TradeStatistics(profits: [-0.5015, 7.99, -11.99])
        #expect(isClose(net.winRate, 1.0 / 3) && isClose(net.profitFactor, 0.6396349518))
        #expect(isClose(net.expectancy, -1.5005))
        let free = TradeStatistics(profits: [0, 10, -10])
        #expect(isClose(free.winRate, 1.0 / 3) && free.profitFactor == 1)
    }

    @Test("what is not defined is nil, not zero and not infinite")
    func undefined() {
        let none = TradeStatistics(profits: [])
        #expect(none.winRate == nil && none.profitFactor == nil && none.expectancy == nil)
        #expect(TradeStatistics(profits: [5]).profitFactor == nil)
        let flat = Returns(equity: [100, 100, 100], startingCash: 100)
        #expect(
            flat.sharpe(periodsPerYear: 252) == nil && flat.volatility(periodsPerYear: 252) == 0)
        #expect(Returns([0.1, 0.1, 0.1]).sharpe(periodsPerYear: 252) == nil)
        #expect(Returns([0.1]).volatility(periodsPerYear: 252) == nil)
        #expect(Returns(equity: [50, -10, 30], startingCash: 100).values.count == 2)
    }
}
