extension Definition {
    static let averageDirectionalRating = Definition(
        "average-directional-rating", "ADXR",
        """
        The mean of the average directional index and of its value n − 1 bars ago.
        """, [.period(14)], [.high, .low, .close],
        lookback: { 3 * $0.period - 2 }, magnitude: .constant(100)
    ) { x, a in
        let average = ExactSeries.skippingUnknown(x) {
            [ExactSeries.directionalIndex($0, a.period).wilder(a.period)]
        }[0]
        return [(average + average.lag(a.period - 1)) / 2]
    }
}
