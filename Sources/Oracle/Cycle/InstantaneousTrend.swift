extension Definition {
    static let instantaneousTrend = Definition(
        "instantaneous-trend", "HT_TRENDLINE",
        """
        The mean of the bars of one dominant cycle, weighted 4, 3, 2, 1 over four bars.
        """, lookback: { _ in 63 }, magnitude: .soFar
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { x in [ExactSeries(TrendCycle.walk(x[0].values, \.trend))] }
    }
}
