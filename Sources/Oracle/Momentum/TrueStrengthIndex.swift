extension Definition {
    static let trueStrengthIndex = Definition(
        "true-strength-index", "TSI",
        """
        100 times the change of one bar, averaged exponentially twice, over its magnitude \
        averaged likewise; 0 where nothing moved, or so long ago that its average lies below 2⁻⁹⁶⁰.
        """, [.count("long", 25), .count("short", 13)],
        lookback: { $0.count("long") + $0.count("short") - 1 },
        // While nothing moves both averages shrink, and round at each bar.
        magnitude: Magnitude("100 + the bars since the last change") { x, _, _ in
            var still = 0.0
            return x[0].change.values.map { change in
                still = change.high == 0 ? still + 1 : 0
                return 100 + still
            }
        }
    ) { x, a in
        let change = x[0].change
        func smooth(_ series: ExactSeries) -> ExactSeries {
            series.exponential(a.count("long")).exponential(a.count("short"))
        }
        return [(100 * smooth(change)).ratio(to: smooth(change.magnitude))]
    }
}
