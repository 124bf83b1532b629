import Trading

/// The simple returns of an equity curve, bar by bar, the first from the starting cash.
///
/// - Shape: equity `[bar]` → `[bar]`. Units: fractions.
/// - Ruin: after an equity ≤ 0 there are no returns.
public struct Returns: Sendable {
    /// The returns.
    public let values: [Double]
    /// The mean; nil without a return.
    public let mean: Double?
    /// The standard deviation by n − 1, centred on the mean.
    ///
    /// Nil for fewer than two returns, and where there is no variation: a deviation of at most
    /// 1e-12 of the largest return.
    public let deviation: Double?
    /// The root of the mean of min(r, 0)², over all returns.
    ///
    /// Nil for fewer than two returns, and without a losing one: where it is at most 1e-12 of the
    /// largest return, the losses are rounding.
    public let downsideDeviation: Double?
    /// The greatest |return|; 0 without one.
    let largest: Double

    /// Returns that are known already.
    public init(_ values: [Double]) { self.init(values, scale: 0) }

    /// The returns of an equity curve.
    public init(equity: [Double], startingCash: Double) {
        precondition(startingCash > 0, "starting cash must be > 0, was \(startingCash)")
        var values: [Double] = []
        values.reserveCapacity(equity.count)
        var before = startingCash
        for value in equity {
            guard before > 0 else { break }
            values.append(value / before - 1)
            before = value
        }
        self.init(values, scale: 0)
    }

    /// Differences of at most 1e-12 of the largest return, or of `scale`, are rounding.
    private init(_ values: [Double], scale: Double) {
        var (sum, losses, largest) = (CompensatedSum(), CompensatedSum(), scale)
        for value in values {
            sum.add(value)
            if value < 0 { losses.add(value * value) }
            largest = max(largest, value.magnitude)
        }
        (self.values, self.largest) = (values, largest)
        let count = Double(values.count)
        guard values.count >= 2 else {
            mean = values.first
            (deviation, downsideDeviation) = (nil, nil)
            return
        }
        let mean = sum.value / count
        var squares = CompensatedSum()
        for value in values { squares.add((value - mean) * (value - mean)) }
        let known = { (root: Double) in root > 1e-12 * largest ? root : nil }
        self.mean = mean
        deviation = known((squares.value / (count - 1)).squareRoot())
        downsideDeviation = known((losses.value / count).squareRoot())
    }

    /// The returns above a risk-free rate a bar.
    public func excess(over riskFree: Double) -> Returns {
        riskFree == 0 ? self : Returns(values.map { $0 - riskFree }, scale: largest)
    }

    /// Mean over deviation, × √periods. Source: Sharpe, Journal of Portfolio Management 21 (1),
    /// 1994.
    ///
    /// - Parameters:
    ///   - periodsPerYear: the factor that annualises.
    ///   - riskFree: the risk-free rate a bar.
    /// - Returns: the ratio; nil where nothing varies.
    public func sharpe(periodsPerYear: Double, riskFree: Double = 0) -> Double? {
        guard let mean, let deviation else { return nil }
        return (mean - riskFree) / deviation * periodsPerYear.squareRoot()
    }

    /// Mean over downside deviation, × √periods. Source: Sortino, van der Meer, Journal of
    /// Portfolio Management 17 (4), 1991. The target is 0: of `excess(over:)` it is the rate.
    public func sortino(periodsPerYear: Double) -> Double? {
        guard let mean, let downsideDeviation else { return nil }
        return mean / downsideDeviation * periodsPerYear.squareRoot()
    }

    /// Deviation × √periods. Nil for fewer than two returns; 0 where nothing varies.
    public func volatility(periodsPerYear: Double) -> Double? {
        guard values.count >= 2 else { return nil }
        return (deviation ?? 0) * periodsPerYear.squareRoot()
    }
}

extension Sequence<Double> {
    /// The sum with what each addition rounds off, in order.
    @inlinable
    public func compensatedSum() -> Double {
        var sum = CompensatedSum()
        for value in self { sum.add(value) }
        return sum.value
    }
}
