extension Definition {
    static let volumeWeightedPrice = Definition(
        "volume-weighted-price", "VWAP",
        """
        Σ p v / Σ v from the first bar, p the typical price; unknown before the first volume.
        """, [], [.high, .low, .close, .volume],
        lookback: { _ in 0 },
        magnitude: Magnitude { x, _, _ in Magnitude.largest(Array(x.prefix(3)), over: .max) }
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { x in
            let price = (x[0] + x[1] + x[2]) / 3
            return [(price * x[3]).runningSum / x[3].runningSum]
        }
    }
}
