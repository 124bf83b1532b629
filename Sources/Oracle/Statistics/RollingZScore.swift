extension Definition {
    static let rollingZScore = Definition(
        "rolling-z-score", "ZSCORE",
        """
        The distance from the mean of n bars in population deviations; 0 where they do not vary.
        """, [.period(20)], lookback: { $0.period - 1 },
        magnitude: Magnitude { x, a, y in
            Magnitude.conditioned.of(x, a, y).map { $0 * $0.squareRoot() }
        }
    ) { x, a in
        let deviation = x[0].variance(a.period).squareRoot()
        return [(x[0] - x[0].mean(a.period)).over(deviation, orElse: 0)]
    }
}
