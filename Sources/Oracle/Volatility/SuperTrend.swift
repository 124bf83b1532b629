extension Definition {
    static let superTrend = Definition(
        "super-trend-of-bars", "SUPERTREND",
        """
        Bands (h + l) / 2 ± m average true ranges. The upper one falls, and rises only after a \
        close above it; the lower one mirrors. The trend turns where the close crosses its band, \
        and starts at +1.
        """, [.period(10), .real("multiple", 3)],
        [.high, .low, .close], outputs: ["value", "trend"], lookback: { $0.period },
        magnitude: .soFar.times(4)
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            let width = a["multiple"] * .averageTrueRange(x, a.period)
            let (values, trends) = ExactSeries.superTrend(x, width)
            return [values, trends]
        }
    }
}

extension ExactSeries {
    /// The band that follows the price at some width, and the trend that it tells.
    static func superTrend(
        _ x: [ExactSeries], _ width: ExactSeries
    ) -> (values: ExactSeries, trends: ExactSeries) {
        let middle = (x[0] + x[1]) / 2
        let (upper, lower) = (middle + width, middle - width)
        var (ceiling, floor) = (DoubleDouble.unknown, DoubleDouble.unknown)
        var (before, trend) = (DoubleDouble.unknown, DoubleDouble(1))
        var (values, trends) = ([DoubleDouble](), [DoubleDouble]())
        for bar in x[2].values.indices {
            let close = x[2][bar]
            if width[bar].isKnown {
                let isHeldAbove = upper[bar] >= ceiling && before <= ceiling
                let isHeldBelow = lower[bar] <= floor && before >= floor
                ceiling = isHeldAbove ? ceiling : upper[bar]
                floor = isHeldBelow ? floor : lower[bar]
                let isTurning = trend > 0 ? close < floor : close > ceiling
                trend = isTurning ? -trend : trend
            }
            values.append(!width[bar].isKnown ? .unknown : trend > 0 ? floor : ceiling)
            trends.append(!width[bar].isKnown ? .unknown : trend)
            before = close
        }
        return (ExactSeries(values), ExactSeries(trends))
    }
}
