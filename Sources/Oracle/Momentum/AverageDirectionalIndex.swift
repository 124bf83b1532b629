extension Definition {
    /// Wilder's average of the directional index.
    static let averageDirectionalIndex = Definition(
        "average-directional-index", "ADX", [.period(14)], [.high, .low, .close],
        lookback: { 2 * $0.period - 1 }, magnitude: .constant(100)
    ) { x, a in
        ExactSeries.skippingUnknown(x) {
            [ExactSeries.directionalIndex($0, a.period).wilder(a.period)]
        }
    }
}
