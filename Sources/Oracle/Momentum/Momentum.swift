extension Definition {
    static let momentum = Definition(
        "momentum", "MOM",
        """
        xₜ − xₜ₋ₙ.
        """, [.period(10)], lookback: { $0.period }, magnitude: .output
    ) { x, a in [x[0] - x[0].lag(a.period)] }
}
