extension Definition {
    static let sessionVolumeWeightedPrice = Definition(
        "session-volume-weighted-price", "VWAP.session",
        """
        Σ p v / Σ v since the session began; unknown before its first volume. A session begins \
        where the fifth input changes.
        """, [],
        [.high, .low, .close, .volume, .session], lookback: { _ in 0 },
        magnitude: Magnitude { x, _, _ in Magnitude.largest(Array(x.prefix(3)), over: .max) }
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { x in
            let price = (x[0] + x[1] + x[2]) / 3
            var (money, volume) = (DoubleDouble.zero, DoubleDouble.zero)
            // Unknown equals nothing: the first bar begins a session.
            var session = DoubleDouble.unknown
            return [
                ExactSeries(
                    (0..<price.count).map { bar in
                        if x[4][bar] != session {
                            (money, volume, session) = (.zero, .zero, x[4][bar])
                        }
                        (money, volume) = (money + price[bar] * x[3][bar], volume + x[3][bar])
                        return money / volume
                    })
            ]
        }
    }
}
