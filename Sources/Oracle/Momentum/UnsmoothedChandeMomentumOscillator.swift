extension Definition {
    static let unsmoothedChandeMomentumOscillator = Definition(
        "unsmoothed-chande-momentum-oscillator", "CMOU cmo-unsmoothed",
        """
        Chande's own form: 100 (G − L) / (G + L) of the sums of n changes; 0 when flat.
        """, [.period(14)],
        lookback: { $0.period },
        magnitude: .constant(100)
    ) { x, a in
        let change = x[0].change
        return [(100 * change.sum(a.period)).ratio(to: change.magnitude.sum(a.period))]
    }
}
