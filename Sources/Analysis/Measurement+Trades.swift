import MarketData
import Trading

/// The figures of trades and of the benchmark on which the conventions differ.
extension Measurement {
    /// Of trades; of bars in quantstats.
    var winRate: Double? { convention == .quantstats ? barWins.winRate : trades.winRate }
    var payoff: Double? { convention == .quantstats ? barWins.payoff : trades.payoff }

    /// Money won over money lost; of percentages in backtesting.py, of bars in quantstats.
    var profitFactor: Double? {
        switch convention {
        case .finstage, .empyrical, .vectorbt: trades.profitFactor
        case .quantstats: barWins.omega
        case .backtestingPy:
            TradeStatistics(profits: account.trades.map(\.returnFraction)).profitFactor
        }
    }

    var kelly: Double? {
        guard convention == .quantstats else { return trades.kelly }
        guard let winRate, let payoff else { return nil }
        return winRate - (1 - winRate) / payoff
    }

    /// The most trades in a row that won or lost; bars in quantstats. Nil without any.
    func longestStreak(winning: Bool) -> Double? {
        let values = convention == .quantstats ? returns.values : account.trades.map(\.profit)
        guard !values.isEmpty else { return nil }
        return Double(values.longestStreak { winning ? $0 > 0 : $0 < 0 })
    }

    /// A mean over the trades; nil without one.
    func mean(_ part: (MeasuredTrade) -> Double) -> Double? {
        Returns(account.trades.map(part)).mean
    }

    /// A maximum over the trades; nil without one.
    func maximum(_ part: (MeasuredTrade) -> Double) -> Double? { account.trades.map(part).max() }

    /// A minimum over the trades; nil without one.
    func minimum(_ part: (MeasuredTrade) -> Double) -> Double? { account.trades.map(part).min() }

    /// Gains and losses of bars, whatever the risk-free rate: idle cash has lost nothing.
    var barWins: GainLoss { GainLoss(returns) }

    var beta: Double? {
        convention == .backtestingPy ? paired?.logarithmic.beta : paired?.beta
    }

    /// A bar's alpha × periods; compounded in empyrical and vectorbt, of the whole record in
    /// backtesting.py.
    var alpha: Double? {
        guard let paired else { return nil }
        switch convention {
        case .finstage:
            return paired.alpha(riskFree: riskFree / paired.pairsPerBar).map { $0 * pairsPerYear }
        case .quantstats:
            return paired.alpha().map { $0 * pairsPerYear }
        case .empyrical, .vectorbt:
            return paired.alpha(riskFree: riskFree).map {
                $0 > -1 ? compound($0, periodsPerYear) : -1
            }
        case .backtestingPy:
            let held = paired.benchmark.reduce(1) { $0 * (1 + $1) } - 1
            return beta.map { growth.total - account.riskFree - $0 * (held - account.riskFree) }
        }
    }

    /// The pairs of a usual year: fewer than its bars where the benchmark trades less often.
    var pairsPerYear: Double { periodsPerYear * (paired?.pairsPerBar ?? 1) }

    /// Annualised; as it is in the libraries.
    var informationRatio: Double? {
        let ratio = paired?.informationRatio
        switch convention {
        case .finstage, .backtestingPy: return ratio.map { $0 * pairsPerYear.squareRoot() }
        case .quantstats, .empyrical, .vectorbt: return ratio
        }
    }

    func capture(up isUp: Bool) -> Double? {
        switch convention {
        case .finstage, .quantstats, .backtestingPy: paired?.capture(up: isUp)
        case .empyrical, .vectorbt:
            paired?.compoundCapture(up: isUp, periodsPerYear: periodsPerYear)
        }
    }
}
