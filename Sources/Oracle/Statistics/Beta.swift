extension Definition {
    static let beta = Definition(
        "beta", "BETA",
        """
        The slope of the returns of the second input on those of the first over n returns; 0 \
        where the first does not vary.
        """, [.period(5)], [.high, .low], lookback: { $0.period },
        magnitude: Magnitude { x, a, y in
            let spread = (0..<2).map { input in
                let returns = x[input] / x[input].lag(1) - 1
                return returns.highest(a.period) - returns.lowest(a.period)
            }
            let variance = (x[0] / x[0].lag(1) - 1).variance(a.period)
            return (0..<y.count).map { bar in
                let product = spread[0][bar].high * max(spread[0][bar].high, spread[1][bar].high, 1)
                return variance[bar].high > 0 ? product / variance[bar].high : 1
            }
        }
    ) { x, a in
        let (left, right) = (x[0] / x[0].lag(1) - 1, x[1] / x[1].lag(1) - 1)
        return [
            ExactSeries.window(left, right, a.period) { left, right in
                let (xx, _, xy) = moments(left, right)
                return xx.high == 0 ? .zero : xy / xx
            }
        ]
    }
}
