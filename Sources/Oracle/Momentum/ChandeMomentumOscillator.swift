extension Definition {
    static let chandeMomentumOscillator = Definition(
        "momentum-oscillator", "CMO",
        """
        100 (G − L) / (G + L) of Wilder's averages of gains and losses; 0 when nothing moved. A \
        bar without change leaves it as it was.
        """, [.period(14)], lookback: { $0.period },
        magnitude: .constant(100)
    ) { x, a in
        let (gains, losses) = x[0].gainsAndLosses(a.period)
        let balance = (100 * (gains - losses)).over(gains + losses, orElse: 0)
        return [balance.still(where: x[0], a.period)]
    }
}
