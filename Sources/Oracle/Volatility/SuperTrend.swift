extension Definition {
    /// Bands (h + l) / 2 ± m average true ranges. The upper one falls, and rises only after a close
    /// above it; the lower one mirrors. The trend turns where the close crosses its band, and
    /// starts at +1.
    static let superTrend = Definition(
        "super-trend", "SUPERTREND", [.period(10), .real("multiplier", 3)],
        [.high, .low, .close], outputs: ["value", "trend"], lookback: { $0.period },
        magnitude: .soFar.times(4)
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            let middle = (x[0] + x[1]) / 2
            let width = a["multiplier"] * .averageTrueRange(x, a.period)
            let (upper, lower) = ((middle + width).values, (middle - width).values)
            var (ceiling, floor) = (DoubleDouble.unknown, DoubleDouble.unknown)
            var (before, trend) = (DoubleDouble.unknown, DoubleDouble(1))
            var trends: [DoubleDouble] = []
            let values = x[2].values.indices.map { bar in
                let close = x[2][bar]
                defer { before = close }
                guard upper[bar].isKnown else {
                    trends.append(.unknown)
                    return DoubleDouble.unknown
                }
                let isUpperHeld = ceiling.isKnown && upper[bar] >= ceiling && before <= ceiling
                let isLowerHeld = floor.isKnown && lower[bar] <= floor && before >= floor
                ceiling = isUpperHeld ? ceiling : upper[bar]
                floor = isLowerHeld ? floor : lower[bar]
                if trend > 0 && close < floor {
                    trend = -1
                } else if trend < 0 && close > ceiling {
                    trend = 1
                }
                trends.append(trend)
                return trend > 0 ? floor : ceiling
            }
            return [ExactSeries(values), ExactSeries(trends)]
        }
    }
}
