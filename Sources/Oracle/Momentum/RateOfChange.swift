extension Definition {
    static let rateOfChange = Definition(
        "rate-of-change", "ROC",
        """
        100 (xₜ − xₜ₋ₙ) / xₜ₋ₙ; unknown where the base is 0.
        """, [.period(10)], lookback: { $0.period },
        magnitude: .output(plus: 100)
    ) { x, a in
        let base = x[0].lag(a.period)
        return [100 * ((x[0] - base) / base)]
    }
}
