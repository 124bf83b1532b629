extension Definition {
    static let commodityChannelIndex = Definition(
        "commodity-channel-index", "CCI",
        """
        (p − mean p) / (0.015 mean|p − mean p|) over n bars, p = h + l + c; 0 where that is 0 / \
        0.
        """, [.period(14)], [.high, .low, .close],
        lookback: { $0.period - 1 },
        magnitude: Magnitude { x, a, y in
            let deviation = ((x[0] + x[1] + x[2]) / 3).meanDeviation(a.period)
            let range = x[0].highest(a.period) - x[1].lowest(a.period)
            return (0..<y.count).map { bar in
                let scale = 0.015 * deviation[bar].high
                return abs(y[bar].high) + (scale > 0 ? range[bar].high / scale : 0)
            }
        }
    ) { x, a in
        let price = x[0] + x[1] + x[2]
        let scale = DoubleDouble.decimal(15, places: 3) * price.meanDeviation(a.period)
        return [(price - price.mean(a.period)).over(scale, orElse: 0)]
    }
}
