extension Definition {
    static let rollingSum = Definition(
        "rolling-sum", "SUM",
        """
        The sum of n bars.
        """, [.period(30)], lookback: { $0.period - 1 },
        magnitude: Magnitude { x, a, _ in
            Magnitude.largest(x, over: a.period).map { $0 * Double(a.period) }
        }
    ) { x, a in [x[0].sum(a.period)] }
}
