extension Definition {
    static let balanceOfPower = Definition(
        "balance-of-power", "BOP",
        """
        (c − o) / (h − l); 0 where h = l.
        """, [], [.open, .high, .low, .close], lookback: { _ in 0 },
        magnitude: .output
    ) { x, _ in [(x[3] - x[0]).ratio(to: x[1] - x[2])] }
}
