import Foundation
import MarketData
import Trading

/// The figures on which the conventions differ.
extension Measurement {
    /// Growth a year: over calendar days, or over bars in the libraries that see returns only.
    var cagr: Double? {
        switch convention {
        case .finstage, .backtestingPy: return growth.compoundAnnual
        case .quantstats, .empyrical, .vectorbt:
            let bars = Double(returns.values.count)
            if growth.total <= -1 { return -1 }
            return pow(1 + growth.total, periodsPerYear / bars) - 1
        }
    }

    /// Growth a year over the maximum drawdown.
    var calmar: Double? {
        guard let deepest else { return nil }
        let annual = convention == .backtestingPy ? geometric?.annualReturn : cagr
        return annual.map { $0 / deepest.depth }
    }

    var volatility: Double? {
        convention == .backtestingPy
            ? geometric?.volatility : returns.volatility(periodsPerYear: periodsPerYear)
    }

    var sharpe: Double? {
        guard convention == .backtestingPy else {
            return returns.sharpe(periodsPerYear: periodsPerYear, riskFree: riskFree)
        }
        return geometric.flatMap { days in
            days.volatility > 0 ? (days.annualReturn - account.riskFree) / days.volatility : nil
        }
    }

    var sortino: Double? {
        guard convention == .backtestingPy else {
            return excess.sortino(periodsPerYear: periodsPerYear)
        }
        guard let geometric, let downside = geometric.downside else { return nil }
        return (geometric.annualReturn - account.riskFree) / downside
    }

    /// The geometric figures of backtesting.py; nil for fewer than three sessions.
    private var geometric: GeometricYear? { GeometricYear(self) }

    /// quantstats and vectorbt correct moments for the size of the sample.
    private var isOfSample: Bool { convention == .quantstats || convention == .vectorbt }

    var skewness: Double? {
        isOfSample ? moments?.sampleSkewness : moments?.skewness
    }

    var kurtosis: Double? {
        isOfSample ? moments?.sampleExcessKurtosis.map { $0 + 3 } : moments?.kurtosis
    }

    /// A quantile of history; of a normal distribution in quantstats.
    func valueAtRisk(_ share: Double) -> Double? {
        guard convention == .quantstats else { return tails.valueAtRisk(share) }
        guard let mean = returns.mean, let deviation = returns.deviation else { return nil }
        return mean + NormalDistribution.quantile(share) * deviation
    }

    /// The mean at or below the value at risk; that of a normal distribution in quantstats, of a
    /// fixed number of returns in empyrical and vectorbt.
    func conditionalValueAtRisk(_ share: Double) -> Double? {
        switch convention {
        case .finstage, .backtestingPy: return tails.conditionalValueAtRisk(share)
        case .quantstats:
            guard let mean = returns.mean, let deviation = returns.deviation else { return nil }
            let level = NormalDistribution.quantile(share)
            return mean - deviation * NormalDistribution.density(level) / share
        case .empyrical, .vectorbt:
            let place = share * Double(returns.values.count - 1)
            return tails.mean(ofWorst: Int(place) + 1)
        }
    }

    /// By n, and by n − 1 in quantstats.
    var ulcerIndex: Double? {
        let count = Double(underwater.fractions.count)
        guard convention == .quantstats else { return underwater.ulcerIndex }
        guard count > 1 else { return nil }
        return underwater.ulcerIndex.map { $0 * (count / (count - 1)).squareRoot() }
    }

    /// The total return over the maximum drawdown; the sum of the returns in quantstats.
    var recoveryFactor: Double? {
        guard let deepest else { return nil }
        let gain = convention == .quantstats ? returns.values.compensatedSum() : growth.total
        return (convention == .quantstats ? gain.magnitude : gain) / deepest.depth
    }

    /// The sum of the returns over their losses; quantstats adds the returns of a day up first,
    /// and takes no risk-free rate from them.
    var gainToPain: Double? {
        guard convention == .quantstats else { return gainLoss.gainToPain }
        var (sums, date): ([Double], CivilDate?) = ([], nil)
        for (value, own) in zip(returns.values, account.dates) {
            if own == date { sums[sums.count - 1] += value } else { sums.append(value) }
            date = own
        }
        return GainLoss(Returns(sums)).gainToPain
    }

    /// The longest drawdown in days.
    var longestDrawdownDays: Double { drawdowns.map { days(of: $0) }.max() ?? 0 }

    /// Calendar days from peak to recovery; in quantstats from the first to the last close below
    /// the peak, both counted; in vectorbt the bars below the peak × their length.
    func days(of fall: Drawdown) -> Double {
        let times = account.times
        switch convention {
        case .finstage, .empyrical, .backtestingPy:
            return Double(fall.dayCount(times: times))
        case .quantstats:
            let first = CivilDate(times[fall.peakRow.map { $0 + 1 } ?? 0])
            let last = CivilDate(times[(fall.recoveryRow ?? times.count) - 1])
            return Double(last.daysSince1970 - first.daysSince1970 + 1)
        case .vectorbt:
            let length = Double(account.interval.microseconds) / Double(Interval.day.microseconds)
            return Double(fall.recoveryRow == nil ? fall.barCount : fall.barCount - 1) * length
        }
    }

    /// Closes with a position. quantstats counts bars with a return, rounded up to 1 %;
    /// backtesting.py the bars of closed trades, that of the exit too.
    var exposure: Double? {
        let bars = account.equity.count
        switch convention {
        case .finstage, .empyrical, .vectorbt:
            return Exposure(isInvested: account.isInvested).fraction
        case .quantstats:
            let share = Double(returns.values.count { $0 != 0 }) / Double(bars)
            return (share * 100).rounded(.up) / 100
        case .backtestingPy:
            var isHeld = [Bool](repeating: false, count: bars)
            for trade in account.trades {
                for row in trade.entryRow...trade.exitRow { isHeld[row] = true }
            }
            return Exposure(isInvested: isHeld).fraction
        }
    }
}
