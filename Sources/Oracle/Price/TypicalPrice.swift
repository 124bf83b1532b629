extension Definition {
    static let typicalPrice = Definition(
        "typical-price", "TYPPRICE",
        """
        (h + l + c) / 3.
        """, [], [.high, .low, .close], lookback: { _ in 0 },
        magnitude: .window { _ in 1 }
    ) { x, _ in [(x[0] + x[1] + x[2]) / 3] }
}
