extension Definition {
    static let barsSinceExtreme = Definition(
        "bars-since-extreme", "MAXINDEX",
        """
        The bars since the greatest value of n bars (the least where `sign` is −1); of equals, \
        the newest counts. TA-Lib's MAXINDEX is the number of that bar instead.
        """, [.period(30), .count("sign", 1, -1...1)],
        lookback: { $0.period - 1 }, magnitude: .exact
    ) { x, a in [x[0].barsSinceExtreme(a.period, isGreatest: a["sign"] > 0)] }
}
