import Foundation
import MarketData
import Trading

/// The returns of an account and of its benchmark between the bars that both have.
///
/// Levels are paired on common bars first; the returns are then those between successive pairs,
/// so that a day that one of them lacks shifts nothing. All moments are by n − 1, centred.
///
/// - Undefined: fewer than two pairs; beta, alpha, correlation and captures where either does not
///   vary.
public struct PairedReturns: Sendable {
    /// The account's row at the end of each return.
    public let rows: [Int]
    /// The account's returns.
    public let own: [Double]
    /// The benchmark's returns.
    public let benchmark: [Double]
    let sums: PairedSums

    /// Returns that are paired already.
    public init(own: [Double], benchmark: [Double], rows: [Int]? = nil) {
        precondition(own.count == benchmark.count, "\(own.count) and \(benchmark.count) returns")
        (self.own, self.benchmark) = (own, benchmark)
        self.rows = rows ?? Array(own.indices)
        sums = PairedSums(own, benchmark)
    }

    /// The returns of an account and a benchmark on their common bars.
    public init(
        equity: [Double], startingCash: Double, times: [Timestamp], benchmark: BenchmarkLevels
    ) {
        var (rows, own, other): ([Int], [Double], [Double]) = ([], [], [])
        rows.reserveCapacity(equity.count)
        own.reserveCapacity(equity.count)
        other.reserveCapacity(equity.count)
        var (level, before, next) = (benchmark.base ?? .nan, startingCash, 0)
        for (row, time) in times.enumerated() {
            while next < benchmark.times.count, benchmark.times[next] < time {
                // Before the account's first bar the benchmark's last known level is its start.
                let isKnown = benchmark.levels[next] > 0
                if row == 0, benchmark.base == nil, isKnown { level = benchmark.levels[next] }
                next += 1
            }
            guard next < benchmark.times.count, benchmark.times[next] == time else { continue }
            let present = benchmark.levels[next]
            guard present > 0, present.isFinite else { continue }
            guard before > 0 else { break }
            if level > 0 {
                rows.append(row)
                own.append(equity[row] / before - 1)
                other.append(present / level - 1)
            }
            (level, before) = (present, equity[row])
        }
        self.init(own: own, benchmark: other, rows: rows)
    }

    /// The pairs a bar of the account, from the first to the last of them: 1 where the benchmark
    /// has every bar.
    var pairsPerBar: Double {
        guard let first = rows.first, let last = rows.last else { return 1 }
        return Double(rows.count) / Double(last - first + 1)
    }

    /// cov(r, b) / var(b). Source: Sharpe, Journal of Finance 19 (3), 1964.
    public var beta: Double? { sums.beta }

    /// mean r − rf − β (mean b − rf), a bar. Source: Jensen, Journal of Finance 23 (2), 1968.
    ///
    /// - Parameter riskFree: the risk-free rate a bar.
    /// - Returns: a fraction a bar; nil where beta is undefined.
    public func alpha(riskFree: Double = 0) -> Double? {
        beta.map { sums.mean - riskFree - $0 * (sums.benchmarkMean - riskFree) }
    }

    /// cov(r, b) / (sd r · sd b), −1…1. Source: Pearson, 1895.
    public var correlation: Double? { sums.correlation }

    /// The deviation of r − b a bar; 0 where it does not vary, nil for fewer than two pairs.
    public var trackingError: Double? { own.count >= 2 ? activeDeviation ?? 0 : nil }

    /// mean (r − b) over its deviation, a bar; nil where the tracking error is 0.
    ///
    /// Source: Treynor, Black, Journal of Business 46 (1), 1973.
    public var informationRatio: Double? {
        activeDeviation.map { (sums.mean - sums.benchmarkMean) / $0 }
    }

    /// Nil for fewer than two pairs and where the difference is no more than rounding.
    private var activeDeviation: Double? {
        guard own.count >= 2 else { return nil }
        let mean = sums.mean - sums.benchmarkMean
        let squares = zip(own, benchmark).lazy.map { own, other in
            let distance = own - other - mean
            return distance * distance
        }.compensatedSum()
        let deviation = (squares / Double(own.count - 1)).squareRoot()
        let largest = max(sums.largest, sums.benchmarkLargest)
        return deviation > 1e-12 * largest ? deviation : nil
    }

    /// The mean return over the benchmark's, on the bars on which the benchmark rose or fell.
    ///
    /// - Parameter isUp: true for the bars with a benchmark above 0, false for those below.
    /// - Returns: the ratio; nil without such a bar. Source: Morningstar, upside and downside
    ///   capture, here of arithmetic means.
    public func capture(up isUp: Bool) -> Double? {
        var (ours, theirs) = (CompensatedSum(), CompensatedSum())
        for (own, other) in zip(own, benchmark) where isUp ? other > 0 : other < 0 {
            ours.add(own)
            theirs.add(other)
        }
        return theirs.value == 0 || beta == nil ? nil : ours.value / theirs.value
    }

    /// The same ratio of annualised compound returns, as empyrical has it.
    func compoundCapture(up isUp: Bool, periodsPerYear: Double) -> Double? {
        var (ours, theirs, count) = (1.0, 1.0, 0.0)
        for (own, other) in zip(own, benchmark) where isUp ? other > 0 : other < 0 {
            ours *= 1 + own
            theirs *= 1 + other
            count += 1
        }
        guard count > 0, ours > 0, theirs > 0, beta != nil else { return nil }
        let annual = { pow($0, periodsPerYear / count) - 1 }
        return annual(ours) / annual(theirs)
    }

    /// The same pairs as log returns, without the first bar, whose return is from the starting
    /// cash: what backtesting.py compares.
    var logarithmic: PairedReturns {
        let kept = rows.indices.filter { rows[$0] > 0 && own[$0] > -1 }
        return PairedReturns(
            own: kept.map { log(1 + own[$0]) }, benchmark: kept.map { log(1 + benchmark[$0]) })
    }
}
