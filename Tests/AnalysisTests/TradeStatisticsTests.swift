import Analysis
import Testing

@Suite("Statistics of trades")
struct TradeStatisticsTests {
    private func isClose(_ one: Double?, _ other: Double) -> Bool {
        one.map { abs($0 - other) <= 1e-12 * abs(other) } ?? false
    }

    @Test("payoff, R, Kelly and SQN by hand")
    func byHand() {
        let trades = TradeStatistics(profits: [10, -5, 20, -10, 0])
        #expect(trades.winRate == 0.4 && trades.profitFactor == 2)
        #expect(trades.payoff == 2 && trades.expectancy == 3)
        #expect(isClose(trades.expectancyRatio, 3 / 7.5))
        #expect(isClose(trades.kelly, 0.4 - 0.6 / 2))
        // Σ (x − 3)² = 49 + 64 + 289 + 169 + 9 = 580.
        #expect(isClose(trades.systemQuality, 5.0.squareRoot() * 3 / 145.0.squareRoot()))
    }

    @Test("streaks: a trade of exactly 0 ends both")
    func streaks() {
        let trades = TradeStatistics(profits: [1, 2, 0, 3, -1, -2, -3, 4])
        #expect(trades.longestWinningStreak == 2 && trades.longestLosingStreak == 3)
    }

    @Test("only winners, only losers, one trade: what is undefined then")
    func undefined() {
        let winners = TradeStatistics(profits: [5, 6])
        #expect(winners.profitFactor == nil && winners.payoff == nil && winners.kelly == nil)
        #expect(winners.expectancyRatio == nil && winners.systemQuality != nil)
        let losers = TradeStatistics(profits: [-5, -6])
        #expect(losers.profitFactor == 0 && losers.payoff == nil && losers.winRate == 0)
        #expect(TradeStatistics(profits: [5]).systemQuality == nil)
        #expect(TradeStatistics(profits: [5, 5, 5]).systemQuality == nil)
    }
}
