extension Definition {
    /// The bars since the greatest value of n bars (the least where `sign` is −1); of equals, the
    /// newest counts. TA-Lib gives the number of that bar instead.
    static let maximumIndex = Definition(
        "maximum-index", "MAXINDEX", [.period(30), .count("sign", 1, -1...1)],
        lookback: { $0.period - 1 }, magnitude: .exact
    ) { x, a in [x[0].barsSinceExtreme(a.period, isGreatest: a["sign"] > 0)] }
}
