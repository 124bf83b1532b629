extension Definition {
    /// 100 |P − M| / (P + M) of Wilder's sums of movement; where P + M = 0, the value before.
    static let directionalIndex = Definition(
        "directional-index", "DX", [.period(14)], [.high, .low, .close],
        lookback: { $0.period }, magnitude: .constant(100)
    ) { x, a in
        ExactSeries.skippingUnknown(x) { [ExactSeries.directionalIndex($0, a.period)] }
    }
}
