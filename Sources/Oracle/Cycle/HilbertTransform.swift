extension Definition {
    static let hilbertTransform = Definition(
        "hilbert-transform", "",
        """
        The smoothed period of the dominant cycle in bars, and the in-phase and the quadrature \
        component of the Hilbert transform.
        """, outputs: ["period", "inPhase", "quadrature"], lookback: { _ in 32 },
        magnitude: .cycle
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { x in
            var cycle = HilbertCycle()
            var columns = [[DoubleDouble]](repeating: [], count: 3)
            for bar in x[0].values.indices {
                let isShown = cycle.step(x[0].values, bar, from: 12) && bar >= 32
                let values = [cycle.smoothPeriod, cycle.inPhase, cycle.quadrature]
                for index in 0..<3 { columns[index].append(isShown ? values[index] : .unknown) }
            }
            return columns.map { ExactSeries($0) }
        }
    }
}

extension Magnitude {
    /// What the feedback of the measured period makes of the last bit of a price, or of 50 bars.
    static let cycle = Magnitude { x, _, _ in
        Magnitude.largest(x, over: .max).map { 64 * max($0, 50) }
    }
}
