extension Definition {
    /// The least and the greatest value of n bars.
    static let rollingExtremes = Definition(
        "rolling-extremes", "MINMAX", [.period(30)], outputs: ["minimum", "maximum"],
        lookback: { $0.period - 1 }, magnitude: .exact
    ) { x, a in [x[0].lowest(a.period), x[0].highest(a.period)] }
}
