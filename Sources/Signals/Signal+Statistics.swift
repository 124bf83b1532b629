import Kernels

extension Signal {
    /// The least-squares line through the last `period` bars: its value at the newest of them, at
    /// the oldest, its slope a bar, and its value one bar ahead.
    public func linearRegression(
        period: Int
    ) -> (value: Signal, intercept: Signal, slope: Signal, forecast: Signal) {
        let outputs = Signal.outputs(of: .linearRegression(period: period), self)
        return (outputs[0], outputs[1], outputs[2], outputs[3])
    }

    /// The angle of that line in degrees, a bar being as wide as a unit of the signal is high.
    public func regressionAngle(period: Int) -> Signal {
        Signal(180 / .pi) * linearRegression(period: period).slope.arcTangent
    }

    /// Pearson's correlation with another signal, −1…1; 0 where one of them does not vary.
    public func correlation(with other: Signal, period: Int) -> Signal {
        Signal.outputs(of: .coMovement(period: period), self, other)[0]
    }

    /// The slope of this signal's returns on those of another one, over `period` returns; 0 where
    /// those do not vary.
    public func beta(to other: Signal, period: Int) -> Signal {
        let returns = (other.rocp(period: 1), rocp(period: 1))
        return Signal.outputs(of: .coMovement(period: period), returns.0, returns.1)[1]
    }

    /// The value at a share of the last `period` bars in order, 0…1; between neighbours in
    /// proportion.
    public func quantile(_ share: Double, period: Int) -> Signal {
        Signal(.rollingQuantile(period: period, quantile: share), of: self)
    }

    /// The middle value of the last `period` bars.
    public func median(period: Int) -> Signal { quantile(0.5, period: period) }

    /// The population skewness of the last `period` bars; unknown where they do not vary.
    public func skewness(period: Int) -> Signal {
        Signal.outputs(of: .rollingShape(period: period), self)[0]
    }

    /// The population excess kurtosis of the last `period` bars; unknown where they do not vary.
    public func kurtosis(period: Int) -> Signal {
        Signal.outputs(of: .rollingShape(period: period), self)[1]
    }

    /// The distance from the mean of the last `period` bars in their standard deviations; 0 where
    /// they do not vary.
    public func zScore(period: Int) -> Signal {
        Signal(.zScore(period: period), of: self)
    }

    /// The bars since the greatest value of the last `period` bars; of equals, the newest counts.
    public func barsSinceHighest(period: Int) -> Signal {
        Signal(.barsSinceMaximum(period: period), of: self)
    }

    /// The bars since the least value of the last `period` bars; of equals, the newest counts.
    public func barsSinceLowest(period: Int) -> Signal {
        Signal(.barsSinceMinimum(period: period), of: self)
    }
}
