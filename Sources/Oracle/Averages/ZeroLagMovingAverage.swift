extension Definition {
    static let zeroLagMovingAverage = Definition(
        "zero-lag-moving-average", "ZLEMA",
        """
        The exponential average of 2 xₜ − xₜ₋ₖ, k = ⌊(n − 1) / 2⌋.
        """, [.period(30)],
        lookback: { $0.period - 1 + ($0.period - 1) / 2 }, magnitude: .soFar.times(3)
    ) { x, a in [x[0].zeroLag(a.period)] }
}

extension ExactSeries {
    func zeroLag(_ period: Int) -> ExactSeries {
        (2 * self - lag((period - 1) / 2)).exponential(period)
    }
}
