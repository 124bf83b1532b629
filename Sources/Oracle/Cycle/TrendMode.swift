extension Definition {
    static let trendMode = Definition(
        "trend-mode", "HT_TRENDMODE",
        """
        1 while the market trends, 0 while it cycles.
        """, lookback: { _ in 63 }, magnitude: .exact
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { x in
            [ExactSeries(TrendCycle.walk(x[0].values) { DoubleDouble($0.isTrending ? 1 : 0) })]
        }
    }
}
