extension Definition {
    static let triangularMovingAverage = Definition(
        "triangular-moving-average", "TRIMA",
        """
        The mean of means: of (n + 1) / 2 bars twice where n is odd, of n / 2 and n / 2 + 1 \
        where it is even.
        """, [.period(30)], lookback: { $0.period - 1 },
        magnitude: .window()
    ) { x, a in [x[0].triangular(a.period)] }
}

extension ExactSeries {
    func triangular(_ period: Int) -> ExactSeries {
        mean((period + 1) / 2).mean(period / 2 + 1)
    }
}
