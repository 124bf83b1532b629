extension Definition {
    static let zeroLagMovingAverage = Definition(
        "zero-lag-moving-average", "ZLEMA",
        """
        The exponential average of 2 xₜ − xₜ₋ₖ, k = ⌊(n − 1) / 2⌋.
        """, [.period(30)],
        lookback: { $0.period - 1 + ($0.period - 1) / 2 }, magnitude: .soFar.times(3)
    ) { x, a in
        [(2 * x[0] - x[0].lag((a.period - 1) / 2)).exponential(a.period)]
    }
}
