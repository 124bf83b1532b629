extension Definition {
    static let superTrendBlock = Definition(
        "super-trend", "",
        """
        The same with the average range as an input.
        """, [.real("factor", 3)], [.high, .low, .close, .range],
        outputs: ["value", "trend"], lookback: { _ in 0 },
        magnitude: Magnitude { x, a, y in
            let prices = Magnitude.largest(Array(x.prefix(3)), over: .max)
            let ranges = Magnitude.largest([x[3]], over: .max)
            return zip(prices, ranges).map { $0 + a["factor"].high * $1 }
        }
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            let (values, trends) = ExactSeries.superTrend(x, a["factor"] * x[3])
            return [values, trends]
        }
    }
}
