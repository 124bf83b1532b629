extension Definition {
    static let firstRangeAverageTrueRange = Definition(
        "first-range-average-true-range", "ATR.tulip",
        """
        The average true range with high − low as the range of the first bar.
        """, [.period(14)], [.high, .low, .close],
        lookback: { $0.period - 1 }, magnitude: .soFar
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            let range = ExactSeries.trueRange(x[0], x[1], x[2])
            let first = ExactSeries.map(range, x[0] - x[1]) { $0.isKnown ? $0 : $1 }
            return [first.wilder(a.period)]
        }
    }
}
