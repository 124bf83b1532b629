extension Definition {
    static let choppiness = Definition(
        "choppiness", "CHOP choppiness",
        """
        100 log(Σ true range / (H − L)) / log n over n bars; 0 where nothing moved.
        """, [.period(14, least: 2)], [.high, .low, .close],
        lookback: { $0.period }, magnitude: .constant(100)
    ) { x, a in
        let range = ExactSeries.trueRange(x[0], x[1], x[2]).sum(a.period)
        let span = x[0].highest(a.period) - x[1].lowest(a.period)
        let ratio = range.over(span, orElse: 1)
        let scale = DoubleDouble(a.period).logarithm
        return [ratio.map { 100 * $0.logarithm / scale }]
    }
}
