extension Definition {
    static let dominantCyclePhase = Definition(
        "dominant-cycle-phase", "HT_DCPHASE",
        """
        The phase of the dominant cycle, in degrees, −45 … 315.
        """, lookback: { _ in 63 }, magnitude: .constant(360)
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { x in [ExactSeries(TrendCycle.walk(x[0].values, \.phase))] }
    }
}
