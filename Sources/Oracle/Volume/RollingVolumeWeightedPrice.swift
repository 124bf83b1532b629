extension Definition {
    static let rollingVolumeWeightedPrice = Definition(
        "rolling-volume-weighted-price", "VWAP.rolling",
        """
        Σ p v / Σ v over n bars, p the typical price; unknown without volume.
        """, [.period(20)],
        [.high, .low, .close, .volume], lookback: { $0.period - 1 },
        magnitude: Magnitude { x, a, _ in
            Magnitude.largest(Array(x.prefix(3)), over: a.period)
        }
    ) { x, a in
        let price = (x[0] + x[1] + x[2]) / 3
        return [(price * x[3]).sum(a.period) / x[3].known(with: price).sum(a.period)]
    }
}
