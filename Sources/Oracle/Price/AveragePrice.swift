extension Definition {
    /// (o + h + l + c) / 4.
    static let averagePrice = Definition(
        "average-price", "AVGPRICE", [], [.open, .high, .low, .close], lookback: { _ in 0 },
        magnitude: .window { _ in 1 }
    ) { x, _ in [(x[0] + x[1] + x[2] + x[3]) / 4] }
}
