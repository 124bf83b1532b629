extension Definition {
    static let williamsRange = Definition(
        "williams-range", "WILLR",
        """
        −100 (H − c) / (H − L) over n bars; 0 where H = L.
        """, [.period(14)], [.high, .low, .close],
        lookback: { $0.period - 1 }, magnitude: .constant(100)
    ) { x, a in
        let highest = x[0].highest(a.period)
        return [(-100 * (highest - x[2])).over(highest - x[1].lowest(a.period), orElse: 0)]
    }
}
