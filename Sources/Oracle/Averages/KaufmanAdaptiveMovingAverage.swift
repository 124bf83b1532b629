extension Definition {
    static let kaufmanAdaptiveMovingAverage = Definition(
        "kaufman-adaptive-moving-average", "KAMA",
        """
        k ← k + s (x − k), s = (E (2/3 − 2/31) + 2/31)², E = |xₜ − xₜ₋ₙ| / Σ|Δx| over n bars, \
        1 where nothing moved; k starts as the n-th input, and stays where E is unknown. \
        Over one bar it is that bar.
        """, [.period(30)], lookback: { averageLookback(kind: 6, $0.period) },
        magnitude: .soFar
    ) { x, a in [x[0].kaufman(a.period)] }
}

extension ExactSeries {
    func kaufman(_ period: Int) -> ExactSeries {
        if period == 1 { return self }
        let moves = change.magnitude.sum(period)
        let ratios = (self - lag(period)).magnitude.over(moves, orElse: 1)
        let slow = DoubleDouble(2) / 31
        let span = DoubleDouble(2) / 3 - slow
        let weights = ratios.map { ($0 * span + slow) * ($0 * span + slow) }
        return Definition.adaptiveAverage.formula([self, weights], Arguments(values: [:]))[0]
    }
}
