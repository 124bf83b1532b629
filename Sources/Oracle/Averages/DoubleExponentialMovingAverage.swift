extension Definition {
    static let doubleExponentialMovingAverage = Definition(
        "double-exponential-moving-average", "DEMA",
        """
        2 E₁ − E₂, where E₂ is the exponential average of E₁.
        """, [.period(30)],
        lookback: { 2 * ($0.period - 1) }, magnitude: .soFar.times(3)
    ) { x, a in [x[0].doubleExponential(a.period)] }
}

extension ExactSeries {
    func doubleExponential(_ period: Int) -> ExactSeries {
        let first = exponential(period)
        return 2 * first - first.exponential(period)
    }
}
