extension Definition {
    static let closeKeltnerChannels = Definition(
        "close-keltner-channels", "KELTNER.close",
        """
        Keltner's channels around the exponential average of the close, the true range with its \
        own seed.
        """,
        [.period(20), .count("rangePeriod", 10), .real("multiple", 2)], [.high, .low, .close],
        outputs: ["upper", "middle", "lower"],
        lookback: { max($0.period - 1, $0.count("rangePeriod")) }, magnitude: .soFar.times(3)
    ) { x, a in
        let width = a["multiple"] * .averageTrueRange(x, a.count("rangePeriod"))
        return x[2].exponential(a.period).banded(width)
    }
}
