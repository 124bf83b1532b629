extension Definition {
    static let flowVolume = Definition(
        "flow-volume", "",
        """
        v ((c − l) − (h − c)) / (h − l); 0 for a bar without range.
        """, [], [.high, .low, .close, .volume],
        lookback: { _ in 0 },
        magnitude: Magnitude { x, _, _ in x[3].values.map { abs($0.high) } }
    ) { x, _ in [ExactSeries.moneyFlow(x)] }
}
