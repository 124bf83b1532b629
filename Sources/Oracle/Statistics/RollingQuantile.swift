extension Definition {
    static let rollingQuantile = Definition(
        "rolling-quantile", "QUANTILE",
        """
        The value at the share q of the sorted n bars, between its neighbours in proportion: \
        place q (n − 1).
        """, [.period(20), .real("quantile", 0.5, 0...1)],
        lookback: { $0.period - 1 }, magnitude: .window()
    ) { x, a in [x[0].quantile(a.period, at: a["quantile"])] }
}
