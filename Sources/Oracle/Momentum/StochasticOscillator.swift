extension Definition {
    static let stochasticOscillator = Definition(
        "stochastic-oscillator", "STOCH",
        """
        100 (c − L) / (H − L) over `k` bars, 0 where H = L, averaged over `slowing` bars, and \
        that again over `d` bars; both start together.
        """,
        [.count("k", 5), .count("slowing", 3), .count("d", 3)],
        [.high, .low, .close], outputs: ["slowk", "slowd"],
        lookback: { $0.count("k") + $0.count("slowing") + $0.count("d") - 3 },
        magnitude: .constant(100)
    ) { x, a in
        let raw = ExactSeries.stochastic(x[0], x[1], x[2], a.count("k"))
        let slow = raw.mean(a.count("slowing"))
        let signal = slow.mean(a.count("d"))
        return [slow.known(with: signal), signal]
    }
}

extension ExactSeries {
    /// Where the close stands between the lowest low and the highest high, in percent.
    static func stochastic(
        _ high: ExactSeries, _ low: ExactSeries, _ close: ExactSeries, _ length: Int
    ) -> ExactSeries {
        let least = low.lowest(length)
        return (100 * (close - least)).over(high.highest(length) - least, orElse: 0)
    }
}
