extension Definition {
    static let linearRegression = Definition(
        "linear-regression", "",
        """
        The least-squares line a + b t through the last n bars, t = 0 … n − 1: its value at n − 1, \
        the intercept a, the slope b, and the value at n.
        """, [.period(14, least: 2)], outputs: ["value", "intercept", "slope", "forecast"],
        lookback: { $0.period - 1 }, magnitude: .window().times(3)
    ) { x, a in
        let line = x[0].regression(a.period)
        return [
            line.intercept + DoubleDouble(a.period - 1) * line.slope, line.intercept, line.slope,
            line.intercept + DoubleDouble(a.period) * line.slope,
        ]
    }
}

extension ExactSeries {
    /// The least-squares line through the last bars, t = 0 at the oldest.
    func regression(_ period: Int) -> (intercept: ExactSeries, slope: ExactSeries) {
        let center = DoubleDouble(period - 1) / 2
        let squares = (0..<period).reduce(DoubleDouble.zero) { sum, place in
            let distance = DoubleDouble(place) - center
            return sum + distance * distance
        }
        let slope = window(period) { bars in
            let mean = bars.reduce(.zero, +) / DoubleDouble(period)
            let sum = zip(0..., bars).reduce(DoubleDouble.zero) { sum, pair in
                sum + (DoubleDouble(pair.0) - center) * (pair.1 - mean)
            }
            return sum / squares
        }
        return (mean(period) - center * slope, slope)
    }
}
