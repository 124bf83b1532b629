extension Definition {
    static let medianPrice = Definition(
        "median-price", "MEDPRICE",
        """
        (h + l) / 2.
        """, [], [.high, .low], lookback: { _ in 0 },
        magnitude: .window { _ in 1 }
    ) { x, _ in [(x[0] + x[1]) / 2] }
}
