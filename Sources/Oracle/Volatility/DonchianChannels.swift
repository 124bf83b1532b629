extension Definition {
    static let donchianChannels = Definition(
        "donchian-channels", "DONCHIAN",
        """
        The highest high, the lowest low and their middle over n bars, this one included.
        """, [.period(20)], [.high, .low],
        outputs: ["upper", "middle", "lower"], lookback: { $0.period - 1 },
        magnitude: .window()
    ) { x, a in
        let (upper, lower) = (x[0].highest(a.period), x[1].lowest(a.period))
        return [upper, (upper + lower) / 2, lower]
    }
}
