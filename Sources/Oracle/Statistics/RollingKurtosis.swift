extension Definition {
    static let rollingKurtosis = Definition(
        "rolling-kurtosis", "KURT",
        """
        The population excess kurtosis of n bars, m₄ / m₂² − 3; unknown where they do not vary.
        """, [.period(20)], lookback: { $0.period - 1 },
        magnitude: Magnitude { x, a, y in
            Magnitude.conditioned.of(x, a, y).map { $0 * $0 }
        }
    ) { x, a in
        let second = x[0].moment(2, a.period)
        return [x[0].moment(4, a.period) / (second * second) - 3]
    }
}
