extension Definition {
    static let rollingShape = Definition(
        "rolling-shape", "",
        """
        The population skewness m₃ / m₂^1.5 and excess kurtosis m₄ / m₂² − 3 of n bars; unknown \
        where they do not vary.
        """, [.period(20)], outputs: ["skewness", "kurtosis"], lookback: { $0.period - 1 },
        magnitude: Magnitude { x, a, y in
            Magnitude.conditioned.of(x, a, y).map { 14 * $0 * $0 }
        }
    ) { x, a in
        let second = x[0].moment(2, a.period)
        let skewness = x[0].moment(3, a.period) / (second * second.squareRoot())
        return [skewness, x[0].moment(4, a.period) / (second * second) - 3]
    }
}

extension ExactSeries {
    /// The mean of a power of the distances from the mean.
    func moment(_ power: Int, _ period: Int) -> ExactSeries {
        window(period) { bars in
            let mean = bars.reduce(.zero, +) / DoubleDouble(period)
            let sum = bars.reduce(DoubleDouble.zero) { sum, value in
                sum + (0..<power).reduce(DoubleDouble(1)) { term, _ in term * (value - mean) }
            }
            return sum / DoubleDouble(period)
        }
    }
}
