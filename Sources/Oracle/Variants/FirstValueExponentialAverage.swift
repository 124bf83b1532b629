extension Definition {
    static let firstValueExponentialAverage = Definition(
        "first-value-exponential-average", "EMA.first",
        """
        An exponential average that starts as the first value.
        """, [.period(20)], lookback: { _ in 0 },
        magnitude: .soFar
    ) { x, a in [x[0].exponentialFromFirst(weight: 2 / DoubleDouble(a.period + 1))] }
}
