extension Definition {
    static let ichimoku = Definition(
        "ichimoku", "ICHIMOKU",
        """
        Middles of the highest high and the lowest low: over the conversion and the base period, \
        the mean of both, and over the span. Unshifted, at the bar that computes them.
        """,
        [.count("conversion", 9), .count("base", 26), .count("span", 52)], [.high, .low],
        outputs: ["conversion", "base", "spanA", "spanB"],
        lookbacks: { a in
            let (conversion, base) = (a.count("conversion") - 1, a.count("base") - 1)
            return [conversion, base, max(conversion, base), a.count("span") - 1]
        }, magnitude: .window { max($0.count("conversion"), $0.count("base"), $0.count("span")) }
    ) { x, a in
        let (conversion, base, span) = (
            ExactSeries.middle(x, a.count("conversion")), ExactSeries.middle(x, a.count("base")),
            ExactSeries.middle(x, a.count("span"))
        )
        return [conversion, base, (conversion + base) / 2, span]
    }
}

extension ExactSeries {
    /// The middle of the highest high and the lowest low.
    static func middle(_ x: [ExactSeries], _ period: Int) -> ExactSeries {
        (x[0].highest(period) + x[1].lowest(period)) / 2
    }
}
