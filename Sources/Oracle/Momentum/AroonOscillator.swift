extension Definition {
    static let aroonOscillator = Definition(
        "aroon-oscillator", "AROONOSC",
        """
        Aroon up less Aroon down.
        """, [.period(14)], [.high, .low],
        lookback: { $0.period }, magnitude: .constant(100)
    ) { x, a in
        let (low, high) = (
            x[1].barsSinceExtreme(a.period + 1, isGreatest: false),
            x[0].barsSinceExtreme(a.period + 1, isGreatest: true)
        )
        return [100 * (low - high) / DoubleDouble(a.period)]
    }
}
