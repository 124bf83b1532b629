extension Definition {
    /// (h + l + c) / 3.
    static let typicalPrice = Definition(
        "typical-price", "TYPPRICE", [], [.high, .low, .close], lookback: { _ in 0 },
        magnitude: .window { _ in 1 }
    ) { x, _ in [(x[0] + x[1] + x[2]) / 3] }
}
