extension Definition {
    /// Keltner's channels around the exponential average of the close, the true range with its own
    /// seed.
    static let closeKeltnerChannels = Definition(
        "close-keltner-channels", "KELTNER.close",
        [.period(20), .count("range", 10), .real("multiplier", 2)], [.high, .low, .close],
        outputs: ["upper", "middle", "lower"],
        lookback: { max($0.period - 1, $0.count("range")) }, magnitude: .soFar.times(3)
    ) { x, a in
        let width = a["multiplier"] * .averageTrueRange(x, a.count("range"))
        return x[2].exponential(a.period).banded(width)
    }
}
