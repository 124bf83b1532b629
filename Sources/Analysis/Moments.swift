import Trading

/// The shape of a distribution of returns: skewness and kurtosis.
///
/// - Definition: mₖ = Σ (r − mean)ᵏ / n; skewness m₃ / m₂^1.5, raw kurtosis m₄ / m₂² (normal: 3).
///   The sample forms are those of pandas and scipy with `bias=False`.
/// - Undefined: fewer than two returns, no variation; the sample forms below three and four.
public struct Moments: Hashable, Sendable {
    /// The population skewness.
    public let skewness: Double
    /// The raw population kurtosis.
    public let kurtosis: Double
    private let count: Double

    /// The moments of some returns.
    public init?(_ returns: Returns) {
        guard let mean = returns.mean, returns.deviation != nil else { return nil }
        var (second, third, fourth) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
        for value in returns.values {
            let distance = value - mean
            let square = distance * distance
            second.add(square)
            third.add(square * distance)
            fourth.add(square * square)
        }
        count = Double(returns.values.count)
        let variance = second.value / count
        skewness = third.value / count / (variance * variance.squareRoot())
        kurtosis = fourth.value / count / (variance * variance)
    }

    /// The skewness corrected for bias: √(n (n − 1)) / (n − 2) · γ₃.
    public var sampleSkewness: Double? {
        count > 2 ? (count * (count - 1)).squareRoot() / (count - 2) * skewness : nil
    }

    /// The kurtosis above the normal's, corrected for bias.
    public var sampleExcessKurtosis: Double? {
        guard count > 3 else { return nil }
        let excess = (count + 1) * (kurtosis - 3) + 6
        return (count - 1) / ((count - 2) * (count - 3)) * excess
    }
}
