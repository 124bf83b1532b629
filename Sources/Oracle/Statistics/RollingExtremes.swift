extension Definition {
    static let rollingExtremes = Definition(
        "rolling-extremes", "MINMAX",
        """
        The least and the greatest value of n bars.
        """, [.period(30)], outputs: ["minimum", "maximum"],
        lookback: { $0.period - 1 }, magnitude: .exact
    ) { x, a in [x[0].lowest(a.period), x[0].highest(a.period)] }
}
