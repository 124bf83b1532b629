extension Definition {
    static let midpointPrice = Definition(
        "midpoint-price", "MIDPRICE",
        """
        The middle of the highest high and the lowest low of n bars.
        """, [.period(14)], [.high, .low],
        lookback: { $0.period - 1 }, magnitude: .window()
    ) { x, a in [(x[0].highest(a.period) + x[1].lowest(a.period)) / 2] }
}
