extension Definition {
    static let rollingMaximum = Definition(
        "rolling-maximum", "MAX",
        """
        The greatest value of n bars, the least where `sign` is −1.
        """, [.period(30), .count("sign", 1, -1...1)],
        lookback: { $0.period - 1 }, magnitude: .exact
    ) { x, a in [a["sign"] > 0 ? x[0].highest(a.period) : x[0].lowest(a.period)] }
}
