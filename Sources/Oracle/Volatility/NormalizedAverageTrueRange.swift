extension Definition {
    static let normalizedAverageTrueRange = Definition(
        "normalized-average-true-range", "NATR",
        """
        100 times the average true range over the close; unknown where that is 0.
        """, [.period(14)], [.high, .low, .close],
        lookback: { $0.period },
        magnitude: Magnitude { x, a, y in
            let largest = Magnitude.largest(x, over: .max)
            return (0..<y.count).map { abs(y[$0].high) + 100 * largest[$0] / abs(x[2][$0].high) }
        }
    ) { x, a in [100 * (.averageTrueRange(x, a.period) / x[2])] }
}
