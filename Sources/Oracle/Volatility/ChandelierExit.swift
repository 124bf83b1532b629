extension Definition {
    static let chandelierExit = Definition(
        "chandelier-exit", "CHANDELIER",
        """
        The highest high less `multiple` average true ranges, and the lowest low plus as many.
        """, [.period(22), .real("multiple", 3)],
        [.high, .low, .close], outputs: ["long", "short"], lookback: { $0.period },
        magnitude: .soFar.times(4)
    ) { x, a in
        let width = a["multiple"] * .averageTrueRange(x, a.period)
        let (highest, lowest) = (x[0].highest(a.period), x[1].lowest(a.period))
        return [highest - width, lowest + width]
    }
}
