extension Definition {
    static let plainSumDirectionalIndex = Definition(
        "plain-sum-directional-index", "ADX.tulip",
        """
        The average directional index whose sums begin as the plain sums of bars 1 … n − 1 and \
        whose equal movements count on both sides: one bar earlier. Unknown while \
        nothing has moved yet; a bar without movement leaves the quotient as it was.
        """, [.period(14)], [.high, .low, .close],
        lookback: { 2 * $0.period - 2 }, magnitude: .constant(100)
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            let (up, down) = (x[0].change, x[1].lag(1) - x[1])
            func larger(_ move: ExactSeries, _ other: ExactSeries) -> ExactSeries {
                ExactSeries.map(move, other) { $0.isKnown && !($0 >= $1 && $0 > 0) ? .zero : $0 }
            }
            let (upward, downward) = (larger(up, down), larger(down, up))
            let rise = upward.wilderSum(a.period)
            let fall = downward.wilderSum(a.period)
            let index = (100 * (rise - fall).magnitude) / (rise + fall)
            return [index.unchanged(where: upward + downward).wilder(a.period)]
        }
    }
}
