extension Definition {
    static let adjustedExponentialAverage = Definition(
        "adjusted-exponential-average", "EMA.adjusted",
        """
        Σ (1 − α)ᵏ xₜ₋ₖ / Σ (1 − α)ᵏ over the whole history, α = 2 / (n + 1).
        """, [.period(20)], lookback: { _ in 0 },
        magnitude: .soFar
    ) { x, a in
        let decay = 1 - 2 / DoubleDouble(a.period + 1)
        return [
            x[0].skippingUnknown { known in
                var (sum, weight) = (DoubleDouble.zero, DoubleDouble.zero)
                return known.map { value in
                    (sum, weight) = (sum * decay + value, weight * decay + 1)
                    return sum / weight
                }
            }
        ]
    }
}
