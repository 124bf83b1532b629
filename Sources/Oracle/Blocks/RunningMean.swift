extension Definition {
    static let runningMean = Definition(
        "running-mean", "",
        """
        Σ x w / Σ w so far, begun anew where the third input changes; unknown while Σ w is 0.
        """, [], [.value, .volume, .session], lookback: { _ in 0 },
        magnitude: Magnitude { x, _, _ in Magnitude.largest([x[0]], over: .max) }
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { x in
            var (sum, weight) = (DoubleDouble.zero, DoubleDouble.zero)
            var session = DoubleDouble.unknown
            return [
                ExactSeries(
                    x[0].values.indices.map { bar in
                        if x[2][bar] != session {
                            (sum, weight, session) = (.zero, .zero, x[2][bar])
                        }
                        (sum, weight) = (sum + x[0][bar] * x[1][bar], weight + x[1][bar])
                        return sum / weight
                    })
            ]
        }
    }
}
