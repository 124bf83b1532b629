extension ExactSeries {
    /// A function of the last `length` bars; unknown where one of them is.
    func window(
        _ length: Int, _ function: (ArraySlice<DoubleDouble>) -> DoubleDouble
    ) -> ExactSeries {
        var result = [DoubleDouble](repeating: .unknown, count: count)
        var unknown = -1
        for bar in 0..<count {
            if !values[bar].isKnown { unknown = bar }
            if bar - length >= unknown { result[bar] = function(values[bar - length + 1...bar]) }
        }
        return ExactSeries(result)
    }

    /// A function of the last `length` bars of two series; unknown where one value is.
    static func window(
        _ left: ExactSeries, _ right: ExactSeries, _ length: Int,
        _ function: (ArraySlice<DoubleDouble>, ArraySlice<DoubleDouble>) -> DoubleDouble
    ) -> ExactSeries {
        let known = left.known(with: right)
        var bar = -1
        let ends = known.window(length) { DoubleDouble($0.endIndex - 1) }
        return ends.map { end in
            bar += 1
            guard end.isKnown else { return .unknown }
            let range = bar - length + 1...bar
            return function(left.values[range], right.values[range])
        }
    }

    func sum(_ length: Int) -> ExactSeries { window(length) { $0.reduce(.zero, +) } }
    func mean(_ length: Int) -> ExactSeries { sum(length) / DoubleDouble(length) }
    func highest(_ length: Int) -> ExactSeries { window(length) { $0.max() ?? .unknown } }
    func lowest(_ length: Int) -> ExactSeries { window(length) { $0.min() ?? .unknown } }

    /// Σ wᵢ xᵢ / Σ wᵢ, the weights from the oldest bar to the newest.
    func weighted(_ weights: [DoubleDouble]) -> ExactSeries {
        let total = weights.reduce(.zero, +)
        return window(weights.count) { bars in
            zip(weights, bars).reduce(.zero) { $0 + $1.0 * $1.1 } / total
        }
    }

    /// The weights 1, 2 … `length`.
    func linearlyWeighted(_ length: Int) -> ExactSeries {
        weighted((1...length).map { DoubleDouble($0) })
    }

    /// The mean of the squared distances from the mean, over n − `freedom`.
    func variance(_ length: Int, freedom: Int = 0) -> ExactSeries {
        window(length) { bars in
            let mean = bars.reduce(.zero, +) / DoubleDouble(length)
            let squares = bars.reduce(DoubleDouble.zero) { $0 + ($1 - mean) * ($1 - mean) }
            return squares / DoubleDouble(length - freedom)
        }
    }

    /// The mean distance from the mean.
    func meanDeviation(_ length: Int) -> ExactSeries {
        window(length) { bars in
            let mean = bars.reduce(.zero, +) / DoubleDouble(length)
            let sum = bars.reduce(DoubleDouble.zero) { $0 + ($1 - mean).magnitude }
            return sum / DoubleDouble(length)
        }
    }

    /// The bars since the greatest value (or the least) of the window; of equals, the newest.
    func barsSinceExtreme(_ length: Int, isGreatest: Bool) -> ExactSeries {
        window(length) { bars in
            var best = bars.startIndex
            for index in bars.indices
            where isGreatest ? bars[index] >= bars[best] : bars[index] <= bars[best] {
                best = index
            }
            return DoubleDouble(bars.endIndex - 1 - best)
        }
    }
}
