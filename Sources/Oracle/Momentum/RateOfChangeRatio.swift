extension Definition {
    /// xₜ / xₜ₋ₙ; unknown where the base is 0.
    static let rateOfChangeRatio = Definition(
        "rate-of-change-ratio", "ROCR", [.period(10)], lookback: { $0.period },
        magnitude: .output
    ) { x, a in [x[0] / x[0].lag(a.period)] }
}
