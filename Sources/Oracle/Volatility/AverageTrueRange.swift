extension Definition {
    static let averageTrueRange = Definition(
        "average-true-range", "ATR",
        """
        Wilder's average of the true range, seeded with the mean of bars 1 … n.
        """, [.period(14)], [.high, .low, .close],
        lookback: { $0.period }, magnitude: .soFar
    ) { x, a in [.averageTrueRange(x, a.period)] }
}
