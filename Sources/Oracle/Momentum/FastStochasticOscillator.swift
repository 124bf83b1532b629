extension Definition {
    /// 100 (c − L) / (H − L) over `window` bars, 0 where H = L, and its mean of `signal` bars; both
    /// start together.
    static let fastStochasticOscillator = Definition(
        "fast-stochastic-oscillator", "STOCHF", [.count("window", 5), .count("signal", 3)],
        [.high, .low, .close], outputs: ["fastk", "fastd"],
        lookback: { $0.count("window") + $0.count("signal") - 2 }, magnitude: .constant(100)
    ) { x, a in
        let raw = ExactSeries.stochastic(x[0], x[1], x[2], a.count("window"))
        let signal = raw.mean(a.count("signal"))
        return [raw.known(with: signal), signal]
    }
}
