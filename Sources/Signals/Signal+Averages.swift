import Kernels

extension Signal {
    /// A moving average of a kind that is chosen by name; over one bar it is that bar. One that
    /// remembers more than its window ignores the first `delay` known inputs.
    public func average(_ kind: AverageKind, period: Int, delay: Int = 0) -> Signal {
        if period == 1, delay == 0 { return self }
        if kind == .ema {
            return Signal(.exponentialMovingAverage(period: period, delay: delay), of: self)
        }
        if delay > 0, !kind.isWindowed {
            return Signal(.warmUp(count: delay), of: self).average(kind, period: period)
        }
        return switch kind {
        case .sma: sma(period: period)
        case .ema: ema(period: period)
        case .wma: wma(period: period)
        case .dema: dema(period: period)
        case .tema: tema(period: period)
        case .trima: trima(period: period)
        case .kama: kama(period: period)
        case .mama: mama(fastLimit: 0.5, slowLimit: 0.05).mama
        case .t3: t3(period: period)
        case .hma: hma(period: period)
        case .zlema: zlema(period: period)
        case .rma: rma(period: period)
        }
    }

    /// The exponential moving average, α = 2 / (period + 1), that starts as the first value and is
    /// known from it on, as charts draw it.
    public func emaFromFirst(period: Int) -> Signal {
        Signal(.exponentialFromFirst(period: period), of: self)
    }

    /// The exponential average over the weights of the bars that there are, as pandas has it by
    /// default.
    public func emaAdjusted(period: Int) -> Signal {
        Signal(.adjustedExponentialAverage(period: period), of: self)
    }

    /// The double exponential average: 2 e₁ − e₂, e₂ the average of the average e₁.
    public func dema(period: Int) -> Signal {
        Signal(.doubleExponentialAverage(period: period), of: self)
    }

    /// The triple exponential average: 3 e₁ − 3 e₂ + e₃.
    public func tema(period: Int) -> Signal {
        Signal(.tripleExponentialAverage(period: period), of: self)
    }

    /// Tillson's T3 over six nested exponential averages.
    public func t3(period: Int, volumeFactor v: Double = 0.7) -> Signal {
        var averages = [self]
        for _ in 0..<6 { averages.append(averages[averages.count - 1].ema(period: period)) }
        let (square, cube) = (v * v, v * v * v)
        let third = averages[3]
        return third + Signal(-cube) * (averages[6] - third)
            + Signal(3 * (square + cube)) * (averages[5] - third)
            + Signal(-6 * square - 3 * (v + cube)) * (averages[4] - third)
    }

    /// The triangular average: a mean of means, the middle bar the heaviest.
    public func trima(period: Int) -> Signal {
        let first = period.isMultiple(of: 2) ? period / 2 : (period + 1) / 2
        return sma(period: first).sma(period: period + 1 - first)
    }

    /// Hull's average: WMA(2 WMA(x, n / 2) − WMA(x, n), √n), both cut to whole bars.
    public func hma(period: Int) -> Signal {
        let half = wma(period: Swift.max(period / 2, 1))
        let root = Int(Double(period).squareRoot())
        return (half + (half - wma(period: period))).wma(period: root)
    }

    /// Kaufman's adaptive average: it moves fast in a trend and slowly without one.
    ///
    /// The efficiency e = |xₜ − xₜ₋ₙ| / Σ|Δx|, 1 where that is 0 / 0 or more; the share that it
    /// moves by is (e (2 / (fast + 1) − 2 / (slow + 1)) + 2 / (slow + 1))². Over one bar it is that
    /// bar.
    public func kama(period: Int, fast: Int = 2, slow: Int = 30) -> Signal {
        if period == 1 { return self }
        return Signal(.kaufmanAdaptiveAverage(period: period, fast: fast, slow: slow), of: self)
    }

    /// Ehlers' averages that follow the phase of the dominant cycle.
    public func mama(fastLimit: Double, slowLimit: Double) -> (mama: Signal, fama: Signal) {
        let outputs = Signal.outputs(
            of: .mesaAdaptiveAverage(fastLimit: fastLimit, slowLimit: slowLimit), self)
        return (outputs[0], outputs[1])
    }

    /// Arnaud Legoux' average: weights like a bell whose top lies at `offset` of the window.
    public func alma(period: Int, offset: Double = 0.85, sigma: Double = 6) -> Signal {
        Signal(.gaussianAverage(period: period, offset: offset, sigma: sigma), of: self)
    }

    /// The zero-lag exponential average: that of x + (x − x lagged by ⌊(n − 1) / 2⌋).
    public func zlema(period: Int) -> Signal {
        (self + mom(period: (period - 1) / 2)).ema(period: period)
    }

    /// The mean of as many bars as `periods` says at each bar, within `least`…`most`.
    public func mavp(periods: Signal, least: Int, most: Int) -> Signal {
        Signal(.variableAverage(least: least, most: most), of: self, periods)
    }

    /// The mean of the last `period` bars, weighed by another signal; unknown where the weights add
    /// up to 0.
    public func mean(weighedBy weight: Signal, period: Int) -> Signal {
        Signal(.weightedMean(period: period), of: self, weight)
    }

    /// The middle between the greatest and the least value of the last `period` bars.
    public func midpoint(period: Int) -> Signal {
        (highest(period: period) + lowest(period: period)) / 2
    }

    /// The sum of the last `period` bars.
    public func sum(period: Int) -> Signal { Signal(.rollingSum(period: period), of: self) }

    /// The population variance of the last `period` bars.
    public func variance(period: Int) -> Signal { Signal(.variance(period: period), of: self) }

    /// The mean distance of the last `period` bars from their mean.
    public func meanDeviation(period: Int) -> Signal {
        Signal(.meanDeviation(period: period), of: self)
    }

    /// The natural logarithm; unknown where the value is not positive.
    public var logarithm: Signal { Signal(.logarithm, of: self) }

    /// The square root; unknown where the value is negative.
    public var squareRoot: Signal { Signal(.squareRoot, of: self) }

    /// This signal over another; 0 where that is below 2⁻⁹⁶⁰.
    func ratio(to other: Signal) -> Signal { Signal(.ratio, of: self, other) }

    /// This signal where another is known too: so that outputs begin together.
    func known(with other: Signal) -> Signal { Signal(.knownWith, of: self, other) }
}
