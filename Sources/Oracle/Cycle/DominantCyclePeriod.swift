extension Definition {
    static let dominantCyclePeriod = Definition(
        "dominant-cycle-period", "HT_DCPERIOD",
        """
        The period of the dominant cycle by the Hilbert transform, in bars, smoothed.
        """, lookback: { _ in 32 }, magnitude: .constant(50)
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { x in
            var cycle = HilbertCycle()
            return [
                ExactSeries(
                    x[0].values.indices.map { bar in
                        cycle.step(x[0].values, bar, from: 12) && bar >= 32
                            ? cycle.smoothPeriod : .unknown
                    })
            ]
        }
    }
}
