extension Definition {
    static let stochasticRelativeStrengthIndex = Definition(
        "stochastic-relative-strength-index", "STOCHRSI",
        """
        The fast stochastic oscillator of the relative strength index.
        """,
        [.period(14), .count("k", 5), .count("d", 3)], outputs: ["fastk", "fastd"],
        lookback: { $0.period + $0.count("k") + $0.count("d") - 2 },
        magnitude: .constant(100)
    ) { x, a in
        let index = x[0].relativeStrength(a.period)
        let raw = ExactSeries.stochastic(index, index, index, a.count("k"))
        let signal = raw.mean(a.count("d"))
        return [raw.known(with: signal), signal]
    }
}
