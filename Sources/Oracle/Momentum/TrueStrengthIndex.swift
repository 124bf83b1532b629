extension Definition {
    static let trueStrengthIndex = Definition(
        "true-strength-index", "TSI",
        """
        100 times the change of one bar, averaged exponentially twice, over its magnitude \
        averaged likewise; 0 where nothing moved.
        """, [.count("long", 25), .count("short", 13)],
        lookback: { $0.count("long") + $0.count("short") - 1 }, magnitude: .constant(100)
    ) { x, a in
        let change = x[0].change
        func smooth(_ series: ExactSeries) -> ExactSeries {
            series.exponential(a.count("long")).exponential(a.count("short"))
        }
        return [(100 * smooth(change)).over(smooth(change.magnitude), orElse: 0)]
    }
}
