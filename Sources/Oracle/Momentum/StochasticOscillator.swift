extension Definition {
    /// 100 (c − L) / (H − L) over `window` bars, 0 where H = L, averaged over `smoothing` bars, and
    /// that again over `signal` bars; both start together.
    static let stochasticOscillator = Definition(
        "stochastic-oscillator", "STOCH",
        [.count("window", 5), .count("smoothing", 3), .count("signal", 3)],
        [.high, .low, .close], outputs: ["slowk", "slowd"],
        lookback: { $0.count("window") + $0.count("smoothing") + $0.count("signal") - 3 },
        magnitude: .constant(100)
    ) { x, a in
        let raw = ExactSeries.stochastic(x[0], x[1], x[2], a.count("window"))
        let slow = raw.mean(a.count("smoothing"))
        let signal = slow.mean(a.count("signal"))
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
