extension Definition {
    static let weightedClosePrice = Definition(
        "weighted-close-price", "WCLPRICE",
        """
        (h + l + 2 c) / 4.
        """, [], [.high, .low, .close], lookback: { _ in 0 },
        magnitude: .window { _ in 1 }
    ) { x, _ in [(x[0] + x[1] + 2 * x[2]) / 4] }
}
