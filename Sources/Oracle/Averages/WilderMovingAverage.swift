extension Definition {
    static let wilderMovingAverage = Definition(
        "wilder-moving-average", "RMA",
        """
        Wilder's average: α = 1 / n, seeded with the mean of the first n known inputs.
        """, [.period(14)], lookback: { $0.period - 1 },
        magnitude: .soFar
    ) { x, a in [x[0].wilder(a.period)] }
}
