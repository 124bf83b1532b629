extension Definition {
    /// The fast stochastic oscillator of the relative strength index.
    static let stochasticRelativeStrengthIndex = Definition(
        "stochastic-relative-strength-index", "STOCHRSI",
        [.period(14), .count("window", 5), .count("signal", 3)], outputs: ["fastk", "fastd"],
        lookback: { $0.period + $0.count("window") + $0.count("signal") - 2 },
        magnitude: .constant(100)
    ) { x, a in
        let index = x[0].relativeStrength(a.period)
        let raw = ExactSeries.stochastic(index, index, index, a.count("window"))
        let signal = raw.mean(a.count("signal"))
        return [raw.known(with: signal), signal]
    }
}
