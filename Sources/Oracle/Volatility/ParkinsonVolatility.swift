extension Definition {
    static let parkinsonVolatility = Definition(
        "parkinson-volatility", "PARKINSON",
        """
        √(Σ ln²(h / l) / (4 n ln 2)) over n bars, per bar.
        """, [.period(20)], [.high, .low],
        lookback: { $0.period - 1 }, magnitude: .output(plus: 1)
    ) { x, a in
        let ratio = (x[0] / x[1]).map(\.logarithm)
        let scale = 4 * DoubleDouble(a.period) * DoubleDouble.logarithmOfTwo
        return [((ratio * ratio).sum(a.period) / scale).squareRoot()]
    }
}
