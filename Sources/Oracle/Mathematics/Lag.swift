extension Definition {
    /// The value of an earlier bar.
    static let lag = Definition(
        "lag", "LAG", [.count("count", 1)], lookback: { $0.count("count") }, magnitude: .exact
    ) { x, a in [x[0].lag(a.count("count"))] }
}
