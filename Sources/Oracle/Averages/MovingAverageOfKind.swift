extension Definition {
    static let movingAverageOfKind = Definition(
        "moving-average", "MA",
        """
        An average of one of TA-Lib's kinds; over one bar, that bar.
        """, [.period(30), .kind()],
        lookback: { averageLookback(kind: $0.count("kind"), $0.period) },
        magnitude: .soFar.times(27)
    ) { x, a in [x[0].average(kind: a.count("kind"), a.period)] }

    /// The bars before the first value of an average.
    static func averageLookback(kind: Int, _ period: Int) -> Int {
        if period == 1 { return 0 }
        return switch kind {
        case 3: 2 * (period - 1)
        case 4: 3 * (period - 1)
        case 6: period
        case 7: 32
        case 8: 6 * (period - 1)
        case 9: period - 1 + Int(Double(period).squareRoot()) - 1
        case 12: period - 1 + (period - 1) / 2
        default: period - 1
        }
    }
}
