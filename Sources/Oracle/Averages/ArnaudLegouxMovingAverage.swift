extension Definition {
    static let arnaudLegouxMovingAverage = Definition(
        "gaussian-average", "ALMA",
        """
        A mean under a normal curve: wᵢ = exp(−(i − o (n − 1))² s² / (2 n²)), i from the oldest \
        bar, o the offset and s the sigma.
        """,
        [.period(9), .real("offset", 0.85, 0...1), .real("sigma", 6, 1e-3...1e6)],
        lookback: { $0.period - 1 }, magnitude: .window()
    ) { x, a in
        let scale = a["sigma"] / DoubleDouble(a.period)
        let center = a["offset"] * DoubleDouble(a.period - 1)
        return [
            x[0].weighted(
                (0..<a.period).map { place in
                    let distance = (DoubleDouble(place) - center) * scale
                    return (distance * distance / -2).exponential
                })
        ]
    }
}
