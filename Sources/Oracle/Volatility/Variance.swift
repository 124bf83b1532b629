extension Definition {
    static let variance = Definition(
        "variance", "VAR variance",
        """
        The mean squared distance from the mean of n bars.
        """, [.period(5)], lookback: { $0.period - 1 },
        magnitude: Magnitude { x, a, y in Magnitude.spread.of(x, a, y).map { $0 * $0 } }
    ) { x, a in [x[0].variance(a.period)] }
}
