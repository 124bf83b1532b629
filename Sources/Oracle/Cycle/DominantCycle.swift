extension Definition {
    static let dominantCycle = Definition(
        "dominant-cycle", "",
        """
        The phase of the dominant cycle in degrees, −45 … 315, 0 where its prices are equal; the \
        mean of the bars of one cycle, weighted 4, 3, 2, 1 over four bars; and 1 while the market \
        trends, 0 while it cycles.
        """, outputs: ["phase", "trend", "mode"], lookback: { _ in 63 }, magnitude: .cycle.times(64)
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { x in
            [
                ExactSeries(TrendCycle.walk(x[0].values, \.phase)),
                ExactSeries(TrendCycle.walk(x[0].values, \.trend)),
                ExactSeries(
                    TrendCycle.walk(x[0].values) { DoubleDouble($0.isTrending ? 1 : 0) }),
            ]
        }
    }
}
