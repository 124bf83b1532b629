extension Definition {
    static let meanAbsoluteDeviation = Definition(
        "mean-deviation", "AVGDEV",
        """
        The mean distance from the mean of n bars.
        """, [.period(14)], lookback: { $0.period - 1 },
        magnitude: .window()
    ) { x, a in [x[0].meanDeviation(a.period)] }
}
