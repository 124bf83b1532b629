extension Definition {
    static let kaufmanAdaptiveMovingAverage = Definition(
        "kaufman-adaptive-moving-average", "KAMA",
        """
        k ← k + s (x − k), s = (E (2/3 − 2/31) + 2/31)², E = |xₜ − xₜ₋ₙ| / Σ|Δx| over n known \
        inputs, 1 where nothing moved; k starts as the n-th input. Over one bar it is that bar.
        """, [.period(30)], lookback: { averageLookback(kind: 6, $0.period) },
        magnitude: .soFar
    ) { x, a in [x[0].kaufman(a.period)] }
}

extension ExactSeries {
    func kaufman(_ period: Int) -> ExactSeries {
        if period == 1 { return self }
        return skippingUnknown { known in
            let moves = known.change.magnitude.sum(period)
            let ratios = (known - known.lag(period)).magnitude.over(moves, orElse: 1)
            let slow = DoubleDouble(2) / 31
            let span = DoubleDouble(2) / 3 - slow
            var average = DoubleDouble.unknown
            var bar = -1
            return Self.map(ratios, known) { ratio, value in
                bar += 1
                guard bar >= period else {
                    if bar == period - 1 { average = value }
                    return .unknown
                }
                let scaled = ratio * span + slow
                average = average + scaled * scaled * (value - average)
                return average
            }
        }
    }
}
