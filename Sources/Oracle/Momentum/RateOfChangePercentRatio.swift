extension Definition {
    static let rateOfChangePercentRatio = Definition(
        "rate-of-change-percent-ratio", "ROCR100",
        """
        100 xₜ / xₜ₋ₙ; unknown where the base is 0.
        """, [.period(10)], lookback: { $0.period },
        magnitude: .output
    ) { x, a in [100 * (x[0] / x[0].lag(a.period))] }
}
