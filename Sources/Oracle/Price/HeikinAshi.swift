extension Definition {
    static let heikinAshi = Definition(
        "heikin-ashi", "HA",
        """
        Close (o + h + l + c) / 4; open the middle of the open and the close before it, at first \
        of this bar's; high and low with both.
        """, [], [.open, .high, .low, .close],
        outputs: ["open", "high", "low", "close"], lookback: { _ in 0 }, magnitude: .soFar
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { x in
            let close = (x[0] + x[1] + x[2] + x[3]) / 4
            var opens: [DoubleDouble] = []
            for bar in 0..<close.count {
                let sum = bar == 0 ? x[0][0] + x[3][0] : opens[bar - 1] + close[bar - 1]
                opens.append(sum / 2)
            }
            let open = ExactSeries(opens)
            let high = ExactSeries.map(ExactSeries.map(open, close) { max($0, $1) }, x[1]) {
                max($0, $1)
            }
            let low = ExactSeries.map(ExactSeries.map(open, close) { min($0, $1) }, x[2]) {
                min($0, $1)
            }
            return [open, high, low, close]
        }
    }
}
