extension Definition {
    static let linearRegressionSlope = Definition(
        "linear-regression-slope", "LINEARREG_SLOPE",
        """
        The slope of the line through the last n bars, per bar.
        """, [.period(14, least: 2)],
        lookback: { $0.period - 1 }, magnitude: .window()
    ) { x, a in [x[0].regression(a.period).slope] }
}
