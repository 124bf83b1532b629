extension Definition {
    static let tripleExponentialMovingAverage = Definition(
        "triple-exponential-moving-average", "TEMA",
        """
        3 E₁ − 3 E₂ + E₃, each the exponential average of the one before.
        """, [.period(30)],
        lookback: { 3 * ($0.period - 1) }, magnitude: .soFar.times(7)
    ) { x, a in [x[0].tripleExponential(a.period)] }
}

extension ExactSeries {
    func tripleExponential(_ period: Int) -> ExactSeries {
        let first = exponential(period)
        let second = first.exponential(period)
        return 3 * (first - second) + second.exponential(period)
    }
}
