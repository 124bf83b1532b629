extension Definition {
    static let accelerationBands = Definition(
        "acceleration-bands", "ACCBANDS",
        """
        The means over n bars of h (1 + 4 r) and l (1 − 4 r), r = (h − l) / (h + l), around the \
        mean close; the price where no bar has a range.
        """, [.period(20)], [.high, .low, .close],
        outputs: ["upper", "middle", "lower"], lookback: { $0.period - 1 },
        magnitude: .window().times(5)
    ) { x, a in
        let ratio = (4 * (x[0] - x[1])).ratio(to: x[0] + x[1])
        let upper = (x[0] + x[0] * ratio).mean(a.period)
        return [upper, x[2].mean(a.period), (x[1] - x[1] * ratio).mean(a.period)]
    }
}
