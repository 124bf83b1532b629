extension Definition {
    static let weightedMovingAverage = Definition(
        "weighted-moving-average", "WMA",
        """
        The newest of n bars weighs n, the oldest 1.
        """, [.period(30)], lookback: { $0.period - 1 },
        magnitude: .window()
    ) { x, a in [x[0].linearlyWeighted(a.period)] }
}
