extension Definition {
    static let kaufmanAdaptiveMovingAverage = Definition(
        "kaufman-adaptive-moving-average", "KAMA",
        """
        k ← k + s (x − k), s = (E (f − c) + c)², f = 2 / (fast + 1), c = 2 / (slow + 1), \
        E = |xₜ − xₜ₋ₙ| / Σ|Δx| over n bars, 1 where nothing moved; k starts as the input before \
        the first known E, and stays while E is unknown. Over one bar it is that bar.
        """, [.period(30), .count("fast", 2), .count("slow", 30)],
        lookback: { averageLookback(kind: 6, $0.period) }, magnitude: .soFar
    ) { x, a in [x[0].kaufman(a.period, fast: a["fast"], slow: a["slow"])] }
}

extension ExactSeries {
    func kaufman(
        _ period: Int, fast: DoubleDouble = 2, slow: DoubleDouble = 30
    ) -> ExactSeries {
        if period == 1 { return self }
        let moves = change.magnitude.sum(period)
        let ratios = (self - lag(period)).magnitude.over(moves, orElse: 1).known(with: moves)
        let least = 2 / (slow + 1)
        let span = 2 / (fast + 1) - least
        var (average, before) = (DoubleDouble.unknown, DoubleDouble.unknown)
        return Self.map(ratios, self) { ratio, value in
            defer { before = value }
            guard ratio.isKnown else { return .unknown }
            if !average.isKnown { average = before }
            let scaled = ratio * span + least
            average = average + scaled * scaled * (value - average)
            return average
        }
    }
}
