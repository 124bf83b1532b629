extension Definition {
    static let sineWave = Definition(
        "sine-wave", "HT_SINE",
        """
        The sine of the phase of the dominant cycle, and the sine 45 degrees ahead of it.
        """, outputs: ["sine", "leadsine"], lookback: { _ in 63 },
        magnitude: .cycle.times(64)
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { x in
            [
                ExactSeries(TrendCycle.walk(x[0].values, \.sine)),
                ExactSeries(TrendCycle.walk(x[0].values, \.leadSine)),
            ]
        }
    }
}
