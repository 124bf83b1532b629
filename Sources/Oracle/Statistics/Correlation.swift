extension Definition {
    static let correlation = Definition(
        "correlation", "CORREL",
        """
        Pearson's correlation of two inputs over n bars; 0 where one of them does not vary.
        """, [.period(30)], [.high, .low], lookback: { $0.period - 1 },
        magnitude: .conditioned
    ) { x, a in
        [
            ExactSeries.window(x[0], x[1], a.period) { left, right in
                let (xx, yy, xy) = moments(left, right)
                let scale = xx.squareRoot() * yy.squareRoot()
                return scale.high == 0 ? .zero : xy / scale
            }
        ]
    }
}

/// Σ(x − x̄)², Σ(y − ȳ)² and Σ(x − x̄)(y − ȳ).
func moments(
    _ left: ArraySlice<DoubleDouble>, _ right: ArraySlice<DoubleDouble>
) -> (DoubleDouble, DoubleDouble, DoubleDouble) {
    let count = DoubleDouble(left.count)
    let (meanLeft, meanRight) = (left.reduce(.zero, +) / count, right.reduce(.zero, +) / count)
    var (xx, yy, xy) = (DoubleDouble.zero, DoubleDouble.zero, DoubleDouble.zero)
    for (x, y) in zip(left, right) {
        let (dx, dy) = (x - meanLeft, y - meanRight)
        (xx, yy, xy) = (xx + dx * dx, yy + dy * dy, xy + dx * dy)
    }
    return (xx, yy, xy)
}

extension Magnitude {
    /// 1, times the spread of each input over its deviation, squared: what a window's outlier
    /// costs.
    static let conditioned = Magnitude("spread² / variance of the window") { x, a, y in
        var worst = [Double](repeating: 1, count: y.count)
        for input in x {
            let spread = input.highest(a.period) - input.lowest(a.period)
            let variance = input.variance(a.period)
            for bar in worst.indices where variance[bar].high > 0 {
                let ratio = spread[bar].high * spread[bar].high / variance[bar].high
                worst[bar] = max(worst[bar], ratio)
            }
        }
        return worst
    }
}
