extension Definition {
    static let moneyFlow = Definition(
        "money-flow", "",
        """
        The typical price times the volume, where h + l + c rose, and where it fell; sums that \
        agree to 2⁻⁴⁹ are equal.
        """, [], [.high, .low, .close, .volume], outputs: ["up", "down"],
        lookback: { _ in 1 }, magnitude: .output
    ) { x, _ in ExactSeries.flows(x) }
}
