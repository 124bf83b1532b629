extension Definition {
    static let movingAverageOfKind = Definition(
        "moving-average", "MA",
        """
        An average of one of TA-Lib's kinds.
        """, [.period(30), .kind()],
        lookback: { averageLookback(kind: $0.count("kind"), $0.period) },
        magnitude: .soFar.times(27)
    ) { x, a in [x[0].average(kind: a.count("kind"), a.period)] }

    /// The bars before the first value of an average.
    static func averageLookback(kind: Int, _ period: Int) -> Int {
        switch kind {
        case 3: 2 * (period - 1)
        case 4: 3 * (period - 1)
        case 6: period
        case 8: 6 * (period - 1)
        default: period - 1
        }
    }
}
