extension Definition {
    static let mesaAdaptiveMovingAverage = Definition(
        "mesa-adaptive-average", "MAMA",
        """
        An exponential average whose weight is fast where the phase fell by 1° at most, else \
        max(fast / Δphase, slow), and a second one of it with half that weight; the phase is that \
        of the Hilbert transform.
        """,
        [.real("fastLimit", 0.5, 0.01...0.99), .real("slowLimit", 0.05, 0.01...0.99)],
        outputs: ["mama", "fama"], lookback: { _ in 32 }, magnitude: .soFar.times(64)
    ) { x, a in x[0].mesa(fastLimit: a["fastLimit"], slowLimit: a["slowLimit"]) }
}

extension ExactSeries {
    /// Ehlers' averages: MAMA and FAMA.
    func mesa(fastLimit: DoubleDouble, slowLimit: DoubleDouble) -> [ExactSeries] {
        Self.skippingUnknown([self]) { x in
            var cycle = HilbertCycle()
            var (phaseBefore, mama, fama) = (
                DoubleDouble.zero, DoubleDouble.zero, DoubleDouble.zero
            )
            var (fast, slow) = ([DoubleDouble](), [DoubleDouble]())
            for bar in x[0].values.indices {
                let isShown = bar >= 32
                if cycle.step(x[0].values, bar, from: 12) {
                    let phase =
                        cycle.inPhase.high == 0
                        ? DoubleDouble.zero
                        : (cycle.quadrature / cycle.inPhase).arcTangent * HilbertCycle.degrees
                    let change = max(phaseBefore - phase, 1)
                    phaseBefore = phase
                    let weight =
                        change > 1
                        ? max(fastLimit / change, slowLimit) : fastLimit
                    mama = weight * x[0][bar] + (1 - weight) * mama
                    fama = weight / 2 * mama + (1 - weight / 2) * fama
                }
                fast.append(isShown ? mama : .unknown)
                slow.append(isShown ? fama : .unknown)
            }
            return [ExactSeries(fast), ExactSeries(slow)]
        }
    }
}
