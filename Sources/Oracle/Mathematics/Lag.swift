extension Definition {
    static let lag = Definition(
        "lag", "LAG",
        """
        The value of an earlier bar.
        """, [.count("count", 1)], lookback: { $0.count("count") }, magnitude: .exact
    ) { x, a in [x[0].lag(a.count("count"))] }
}
