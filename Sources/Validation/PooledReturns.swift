import Analysis
import Backtesting
import MarketData

/// What several independent accounts made together: at each bar the mean of the returns of those
/// that have the bar.
///
/// So a universe has one curve, whichever instruments begin later or end earlier, and no account
/// weighs more because it has grown.
///
/// - Shape: `times` and `returns` have one element for each instant at which any account has a bar.
/// - Ruin: an account without money goes on with returns of 0; it does not leave the mean.
public struct PooledReturns: Sendable {
    /// The starts of the bars, in order.
    public let times: [Timestamp]
    /// The mean simple return at each.
    public let returns: Returns
    /// The closed round trips of each account, in the order given.
    public let tradeCounts: [Int]
    /// The bars of a usual year: those of the account that has the most.
    public let periodsPerYear: Double

    /// One account.
    struct Curve {
        let times: ArraySlice<Timestamp>
        let equity: [Double]
        let cash: Double
        let tradeCount: Int
    }

    /// The mean of some accounts.
    init(_ curves: [Curve], periodsPerYear: Double) {
        let times = Self.union(curves.map(\.times))
        var (sums, counts) = (times.map { _ in 0.0 }, times.map { _ in 0.0 })
        for curve in curves {
            var (before, place) = (curve.cash, 0)
            for (time, equity) in zip(curve.times, curve.equity) {
                while times[place] < time { place += 1 }
                if before > 0 { sums[place] += equity / before - 1 }
                counts[place] += 1
                before = equity
            }
        }
        self.times = times
        returns = Returns(zip(sums, counts).map { $0 / $1 })
        tradeCounts = curves.map(\.tradeCount)
        self.periodsPerYear = periodsPerYear
    }

    /// Every instant once, in order. Most often all accounts have the same.
    private static func union(_ times: [ArraySlice<Timestamp>]) -> [Timestamp] {
        guard let first = times.first else { return [] }
        return times.allSatisfy { $0 == first } ? Array(first) : Set(times.joined()).sorted()
    }

    /// The mean of the accounts of one run.
    public init(_ results: [RunResult]) {
        self.init(
            results.map {
                Curve(
                    times: $0.bars.times[...], equity: $0.equity, cash: $0.settings.cash,
                    tradeCount: $0.trades.count)
            }, periodsPerYear: results.map(\.metrics.periodsPerYear).max() ?? 1)
    }

    /// All closed round trips.
    public var tradeCount: Int { tradeCounts.reduce(0, +) }

    /// The annual Sharpe ratio; nil where nothing varies.
    public var sharpe: Double? { returns.sharpe(periodsPerYear: periodsPerYear) }

    /// What one unit of money became, at each bar.
    public var growth: [Double] {
        var level = 1.0
        return returns.values.map { value in
            level *= 1 + value
            return level
        }
    }

    /// The growth over all bars, as a fraction.
    public var totalReturn: Double { (growth.last ?? 1) - 1 }
}

extension PooledReturns {
    /// Pools that follow one another in time, as one.
    init(joining pools: [PooledReturns]) {
        times = pools.flatMap(\.times)
        returns = Returns(pools.flatMap(\.returns.values))
        tradeCounts = [pools.reduce(0) { $0 + $1.tradeCount }]
        periodsPerYear = pools.map(\.periodsPerYear).max() ?? 1
    }
}
