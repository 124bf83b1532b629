extension Definition {
    static let rateOfChangeFraction = Definition(
        "rate-of-change-fraction", "ROCP",
        """
        (xₜ − xₜ₋ₙ) / xₜ₋ₙ; unknown where the base is 0.
        """, [.period(10)], lookback: { $0.period },
        magnitude: .output(plus: 1)
    ) { x, a in
        let base = x[0].lag(a.period)
        return [(x[0] - base) / base]
    }
}
