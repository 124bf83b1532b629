extension Definition {
    static let adaptiveAverage = Definition(
        "adaptive-average", "",
        """
        aₜ = aₜ₋₁ + wₜ (xₜ − aₜ₋₁), w held within 0 … 1; it starts from the value before the \
        first known weight, or from the first value.
        """, [], [.value, .weight], lookback: { _ in 0 }, magnitude: .soFar
    ) { x, _ in
        var (average, before) = (DoubleDouble.unknown, DoubleDouble.unknown)
        return [
            ExactSeries.map(x[0], x[1]) { value, weight in
                guard value.isKnown else { return .unknown }
                guard weight.isKnown else {
                    if !average.isKnown { before = value }
                    return .unknown
                }
                let start = average.isKnown ? average : before.isKnown ? before : value
                average = start + min(max(weight, 0), 1) * (value - start)
                return average
            }
        ]
    }
}
