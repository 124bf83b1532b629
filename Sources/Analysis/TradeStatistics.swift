import Trading

/// What the profits of closed trades amount to; nil is undefined.
///
/// A trade wins if its net profit is > 0 and loses if it is < 0.
public struct TradeStatistics: Hashable, Sendable {
    /// The closed trades.
    public let count: Int
    /// Trades with a profit > 0 over all; nil without a trade.
    public let winRate: Double?
    /// The sum of the profits > 0 over that of the losses; nil without a losing trade.
    public let profitFactor: Double?
    /// The mean profit, in money; nil without a trade.
    public let expectancy: Double?
    /// The mean profit of the winners, in money; nil without one.
    public let meanWin: Double?
    /// The mean loss of the losers, in money, > 0; nil without one.
    public let meanLoss: Double?
    /// √n · mean / deviation (n − 1); nil for fewer than two trades and where nothing varies.
    ///
    /// Source: Van Tharp, Definitive Guide to Position Sizing, 2008.
    public let systemQuality: Double?
    /// The most trades in a row that won.
    public let longestWinningStreak: Int
    /// The most trades in a row that lost.
    public let longestLosingStreak: Int

    /// The statistics of net profits, in money.
    public init(profits: [Double]) {
        count = profits.count
        let (winners, losers) = (profits.filter { $0 > 0 }, profits.filter { $0 < 0 })
        let (gains, losses) = (winners.compensatedSum(), -losers.compensatedSum())
        profitFactor = losses > 0 ? gains / losses : nil
        meanWin = winners.isEmpty ? nil : gains / Double(winners.count)
        meanLoss = losers.isEmpty ? nil : losses / Double(losers.count)
        let sample = Returns(profits)
        expectancy = sample.mean
        winRate = profits.isEmpty ? nil : Double(winners.count) / Double(profits.count)
        let root = Double(profits.count).squareRoot()
        systemQuality = sample.sharpe(periodsPerYear: 1).map { $0 * root }
        longestWinningStreak = profits.longestStreak { $0 > 0 }
        longestLosingStreak = profits.longestStreak { $0 < 0 }
    }

    /// The expectancy over the mean loss: (p W − q L) / L, in units of risk.
    ///
    /// Source: Van Tharp, Trade Your Way to Financial Freedom, 1998.
    public var expectancyRatio: Double? {
        guard let expectancy, let meanLoss else { return nil }
        return expectancy / meanLoss
    }

    /// The mean win over the mean loss; nil without a winner or a loser.
    public var payoff: Double? {
        guard let meanWin, let meanLoss else { return nil }
        return meanWin / meanLoss
    }

    /// p − (1 − p) / payoff; nil without a winner or a loser.
    ///
    /// Source: Kelly, Bell System Technical Journal 35 (4), 1956.
    public var kelly: Double? {
        guard let winRate, let payoff else { return nil }
        return winRate - (1 - winRate) / payoff
    }
}

extension Sequence {
    /// The most elements in a row that satisfy a condition.
    func longestStreak(where condition: (Element) -> Bool) -> Int {
        var (longest, present) = (0, 0)
        for element in self {
            present = condition(element) ? present + 1 : 0
            longest = Swift.max(longest, present)
        }
        return longest
    }
}
