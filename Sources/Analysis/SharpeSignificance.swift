/// How far a Sharpe ratio can be trusted, given the length and the shape of its record.
///
/// Everything is per bar; nothing here is annualised.
///
/// - Definition: variance of the estimate (1 − γ₃ SR + (γ₄ − 1) / 4 · SR²) / (n − 1), with the
///   population skewness γ₃ and the raw population kurtosis γ₄ (normal: 3).
/// - Source: Bailey, López de Prado, Journal of Risk 15 (2), 2012, and Journal of Portfolio
///   Management 40 (5), 2014.
public struct SharpeSignificance: Sendable {
    /// Mean over deviation (n − 1) of the returns, a bar.
    public let ratio: Double
    /// The returns.
    public let count: Int
    /// What γ₃ and γ₄ make of the variance: 1 − γ₃ SR + (γ₄ − 1) / 4 · SR².
    private let spread: Double

    /// The significance of a ratio from its moments.
    ///
    /// - Parameters:
    ///   - ratio: the Sharpe ratio a bar.
    ///   - count: the number of returns.
    ///   - skewness: the skewness of the returns.
    ///   - kurtosis: their raw kurtosis.
    public init(ratio: Double, count: Int, skewness: Double, kurtosis: Double) {
        (self.ratio, self.count) = (ratio, count)
        spread = 1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio
    }

    /// The significance of the ratio of some returns in excess of a rate a bar; nil for fewer
    /// than two, and where nothing varies.
    public init?(_ returns: Returns, riskFree: Double = 0) {
        guard let mean = returns.mean, let deviation = returns.deviation,
            let moments = Moments(returns)
        else { return nil }
        self.init(
            ratio: (mean - riskFree) / deviation, count: returns.values.count,
            skewness: moments.skewness, kurtosis: moments.kurtosis)
    }

    /// The standard error of the ratio; nil for fewer than two returns.
    public var standardError: Double? {
        count >= 2 && spread > 0 ? (spread / Double(count - 1)).squareRoot() : nil
    }

    /// PSR: the probability that the true ratio exceeds a reference.
    ///
    /// - Parameter reference: a Sharpe ratio a bar; an annual one divided by √periods.
    /// - Returns: Φ((SR − SR*) / standard error); nil for fewer than two returns.
    public func probability(exceeding reference: Double) -> Double? {
        standardError.map { NormalDistribution.probability(below: (ratio - reference) / $0) }
    }

    /// MinTRL: the returns that it takes until the ratio exceeds a reference with a confidence;
    /// of a ratio below the reference, until it falls short with that confidence.
    ///
    /// - Parameters:
    ///   - reference: a Sharpe ratio a bar.
    ///   - confidence: the probability wanted, such as 0.95.
    /// - Returns: the number of returns; nil where the ratio equals the reference.
    public func minimumTrackRecord(
        exceeding reference: Double = 0, confidence: Double = 0.95
    ) -> Double? {
        guard ratio != reference else { return nil }
        let steps = NormalDistribution.quantile(confidence) / (ratio - reference)
        return 1 + spread * steps * steps
    }

    /// The greatest Sharpe ratio a bar that trials without any skill are expected to show.
    ///
    /// - Parameters:
    ///   - deviation: the deviation (n − 1) of the ratios of the trials, a bar.
    ///   - count: the effective number of trials.
    /// - Returns: √V ((1 − γ) z(1 − 1/N) + γ z(1 − 1/(N e))), γ = 0.5772…; 0 for one trial.
    public static func expectedMaximum(deviation: Double, ofTrials count: Double) -> Double {
        guard count > 1, deviation > 0 else { return 0 }
        let (gamma, e) = (0.577_215_664_901_532_9, 2.718_281_828_459_045)
        let (one, other) = (1 - 1 / count, 1 - 1 / (count * e))
        return deviation
            * ((1 - gamma) * NormalDistribution.quantile(one)
                + gamma * NormalDistribution.quantile(other))
    }

    /// DSR: the probability that the ratio is more than the luck of the best of many trials.
    ///
    /// - Parameters:
    ///   - deviation: the deviation of the ratios of the trials, a bar.
    ///   - count: the effective number of trials.
    /// - Returns: PSR against `expectedMaximum`; nil for fewer than two returns.
    public func deflated(deviation: Double, ofTrials count: Double) -> Double? {
        probability(exceeding: Self.expectedMaximum(deviation: deviation, ofTrials: count))
    }
}
