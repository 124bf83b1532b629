extension Definition {
    static let rateOfChangeRatio = Definition(
        "rate-of-change-ratio", "ROCR",
        """
        xₜ / xₜ₋ₙ; unknown where the base is 0.
        """, [.period(10)], lookback: { $0.period },
        magnitude: .output
    ) { x, a in [x[0] / x[0].lag(a.period)] }
}
