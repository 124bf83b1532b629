extension Definition {
    static let averagePrice = Definition(
        "average-price", "AVGPRICE",
        """
        (o + h + l + c) / 4.
        """, [], [.open, .high, .low, .close], lookback: { _ in 0 },
        magnitude: .window { _ in 1 }
    ) { x, _ in [(x[0] + x[1] + x[2] + x[3]) / 4] }
}
