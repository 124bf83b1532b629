extension Definition {
    static let simpleMovingAverage = Definition(
        "simple-moving-average", "SMA",
        """
        The mean of the last n bars.
        """, [.period(30)], lookback: { $0.period - 1 },
        magnitude: .window()
    ) { x, a in [x[0].mean(a.period)] }
}
