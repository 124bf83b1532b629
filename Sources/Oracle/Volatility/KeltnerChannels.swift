extension Definition {
    static let keltnerChannels = Definition(
        "keltner-channels", "KELTNER",
        """
        The exponential average of the typical price and `multiple` average true ranges around \
        it. What has its value sooner is seeded late: with the mean of the bars that end where \
        both are known.
        """,
        [.period(20), .count("rangePeriod", 10), .real("multiple", 2)], [.high, .low, .close],
        outputs: ["upper", "middle", "lower"],
        lookback: { max($0.period - 1, $0.count("rangePeriod")) }, magnitude: .soFar.times(3)
    ) { x, a in
        let wait = a.period - 1 - a.count("rangePeriod")
        let price = (x[0] + x[1] + x[2]) / 3
        let range = ExactSeries.trueRange(x[0], x[1], x[2]).wilder(
            a.count("rangePeriod"), delay: max(wait, 0))
        return price.exponential(a.period, delay: max(-wait, 0)).banded(a["multiple"] * range)
    }
}

extension ExactSeries {
    /// A line with a band above and below, known where both are.
    func banded(_ width: ExactSeries) -> [ExactSeries] {
        [self + width, known(with: width), self - width]
    }
}
