extension Definition {
    static let timeSeriesForecast = Definition(
        "time-series-forecast", "TSF",
        """
        The line through the last n bars, at the bar that follows.
        """, [.period(14, least: 2)], lookback: { $0.period - 1 },
        magnitude: .window().times(3)
    ) { x, a in
        let line = x[0].regression(a.period)
        return [line.intercept + DoubleDouble(a.period) * line.slope]
    }
}
