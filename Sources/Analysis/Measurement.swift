import Foundation
import MarketData
import Trading

/// An account with everything that its metrics share, computed once.
public struct Measurement: Sendable {
    /// What is measured.
    public let account: MeasuredAccount
    /// Whose formulas are used.
    public let convention: MetricConvention
    /// The simple returns, the first from the starting cash.
    public let returns: Returns
    /// The fraction below the peak at each close.
    public let underwater: UnderwaterCurve
    /// Every drawdown, in order.
    public let drawdowns: [Drawdown]
    /// The returns paired with the benchmark's; nil without one.
    public let paired: PairedReturns?
    /// The returns by session.
    public let days: PeriodReturns
    /// The returns by calendar month.
    public let months: PeriodReturns
    /// The returns by calendar year.
    public let years: PeriodReturns
    /// The factor that annualises, as the convention has it.
    public let periodsPerYear: Double
    /// The risk-free rate a bar, as the convention has it.
    public let riskFree: Double

    let excess: Returns
    let growth: Growth
    let deepest: Drawdown?
    let tails: TailRisk
    let gainLoss: GainLoss
    let moments: Moments?
    let trades: TradeStatistics

    /// Measures an account.
    public init(_ account: MeasuredAccount, convention: MetricConvention = .finstage) {
        let (equity, cash) = (account.equity, account.startingCash)
        let span = {
            PeriodReturns(equity: equity, startingCash: cash, dates: account.dates, by: $0)
        }
        (self.account, self.convention) = (account, convention)
        returns = Returns(equity: equity, startingCash: cash)
        underwater = UnderwaterCurve(equity: equity, startingCash: cash)
        drawdowns = Drawdown.episodes(equity: equity, startingCash: cash)
        deepest = drawdowns.deepest
        paired = account.benchmark.map {
            PairedReturns(equity: equity, startingCash: cash, times: account.times, benchmark: $0)
        }
        (days, months, years) = (span(.day), span(.month), span(.year))
        periodsPerYear = convention.periodsPerYear(account)
        riskFree = convention.riskFree(account, periodsPerYear: periodsPerYear)
        excess = returns.excess(over: riskFree)
        growth = Growth(
            from: cash, to: equity[equity.count - 1], first: account.times[0],
            last: account.times[account.times.count - 1])
        (tails, gainLoss) = (TailRisk(returns), GainLoss(excess))
        (moments, trades) = (
            Moments(returns), TradeStatistics(profits: account.trades.map(\.profit))
        )
    }

    /// Every metric of the catalogue, in its order.
    public var figures: [MetricFigure] {
        MetricCatalog.entries.map { MetricFigure(key: $0.definition.key, value: $0.value(self)) }
    }

    /// True when the range is shorter than a year, so that annual growth is extrapolated.
    public var isExtrapolated: Bool { growth.isExtrapolated && growth.compoundAnnual != nil }

    /// The significance of the Sharpe ratio in excess of the risk-free rate; nil where nothing
    /// varies.
    public var significance: SharpeSignificance? {
        guard let mean = returns.mean, let deviation = returns.deviation, let skewness,
            let kurtosis
        else { return nil }
        return SharpeSignificance(
            ratio: (mean - riskFree) / deviation, count: returns.values.count,
            skewness: skewness, kurtosis: kurtosis)
    }

    /// The ratios over a moving window.
    public func rolling(window: Int) -> RollingRatios {
        RollingRatios(
            returns, paired: paired, window: window, periodsPerYear: periodsPerYear,
            riskFree: riskFree)
    }
}

extension Sequence<Drawdown> {
    /// The deepest one, the first of several equal ones; nil without a drawdown.
    package var deepest: Drawdown? {
        reduce(nil) { best, one in one.depth > best?.depth ?? 0 ? one : best }
    }
}

extension MetricConvention {
    /// vectorbt counts a year of 365 days, whatever the market.
    func periodsPerYear(_ account: MeasuredAccount) -> Double {
        guard self == .vectorbt else { return account.periodsPerYear }
        return 365 * Double(Interval.day.microseconds) / Double(account.interval.microseconds)
    }

    /// The annual rate spread over the bars: arithmetic, and geometric in quantstats.
    func riskFree(_ account: MeasuredAccount, periodsPerYear: Double) -> Double {
        guard self == .quantstats else { return account.riskFree / periodsPerYear }
        return pow(1 + account.riskFree, 1 / periodsPerYear) - 1
    }
}
