extension Definition {
    /// Wilder's average of the true range, seeded with the mean of bars 1 … n.
    static let averageTrueRange = Definition(
        "average-true-range", "ATR", [.period(14)], [.high, .low, .close],
        lookback: { $0.period }, magnitude: .soFar
    ) { x, a in [.averageTrueRange(x, a.period)] }
}
