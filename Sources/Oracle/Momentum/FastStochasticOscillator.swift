extension Definition {
    static let fastStochasticOscillator = Definition(
        "fast-stochastic-oscillator", "STOCHF",
        """
        100 (c − L) / (H − L) over `k` bars, 0 where H = L, and its mean of `d` bars; both start \
        together.
        """, [.count("k", 5), .count("d", 3)],
        [.high, .low, .close], outputs: ["fastk", "fastd"],
        lookback: { $0.count("k") + $0.count("d") - 2 }, magnitude: .constant(100)
    ) { x, a in
        let raw = ExactSeries.stochastic(x[0], x[1], x[2], a.count("k"))
        let signal = raw.mean(a.count("d"))
        return [raw.known(with: signal), signal]
    }
}
