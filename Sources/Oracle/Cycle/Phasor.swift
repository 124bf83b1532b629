extension Definition {
    static let phasor = Definition(
        "phasor", "HT_PHASOR",
        """
        The in-phase and the quadrature component of the Hilbert transform.
        """, outputs: ["inphase", "quadrature"], lookback: { _ in 32 },
        magnitude: .soFar
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { x in
            var cycle = HilbertCycle()
            var (first, second) = ([DoubleDouble](), [DoubleDouble]())
            for bar in x[0].values.indices {
                let isShown = cycle.step(x[0].values, bar, from: 12) && bar >= 32
                first.append(isShown ? cycle.inPhase : .unknown)
                second.append(isShown ? cycle.quadrature : .unknown)
            }
            return [ExactSeries(first), ExactSeries(second)]
        }
    }
}
