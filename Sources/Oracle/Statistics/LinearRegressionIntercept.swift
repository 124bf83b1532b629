extension Definition {
    static let linearRegressionIntercept = Definition(
        "linear-regression-intercept", "LINEARREG_INTERCEPT",
        """
        The line through the last n bars at the oldest of them.
        """, [.period(14, least: 2)],
        lookback: { $0.period - 1 }, magnitude: .window().times(3)
    ) { x, a in [x[0].regression(a.period).intercept] }
}
