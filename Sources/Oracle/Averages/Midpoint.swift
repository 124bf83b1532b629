extension Definition {
    static let midpoint = Definition(
        "midpoint", "MIDPOINT",
        """
        The middle of the greatest and the least value of n bars.
        """, [.period(14)], lookback: { $0.period - 1 }, magnitude: .window()
    ) { x, a in [(x[0].highest(a.period) + x[0].lowest(a.period)) / 2] }
}
