extension Definition {
    /// The sum of n bars.
    static let rollingSum = Definition(
        "rolling-sum", "SUM", [.period(30)], lookback: { $0.period - 1 },
        magnitude: Magnitude { x, a, _ in
            Magnitude.largest(x, over: a.period).map { $0 * Double(a.period) }
        }
    ) { x, a in [x[0].sum(a.period)] }
}
