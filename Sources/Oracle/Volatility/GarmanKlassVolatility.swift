extension Definition {
    static let garmanKlassVolatility = Definition(
        "garman-klass-volatility", "GARMAN_KLASS",
        """
        √(mean of ½ ln²(h / l) − (2 ln 2 − 1) ln²(c / o)) over n bars, per bar.
        """, [.period(20)], [.open, .high, .low, .close],
        lookback: { $0.period - 1 }, magnitude: .output(plus: 1)
    ) { x, a in
        let range = (x[1] / x[2]).map(\.logarithm)
        let move = (x[3] / x[0]).map(\.logarithm)
        let weight = 2 * DoubleDouble.logarithmOfTwo - 1
        let mean = (range * range / 2 - weight * (move * move)).mean(a.period)
        return [mean.squareRoot()]
    }
}
