import Foundation

/// The normal distribution with mean 0 and deviation 1.
public enum NormalDistribution {
    /// The probability of a value ≤ x: erfc(−x / √2) / 2.
    public static func probability(below x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

    /// The density at x: e^(−x² / 2) / √(2π).
    public static func density(_ x: Double) -> Double {
        exp(-x * x / 2) / (2 * Double.pi).squareRoot()
    }

    /// The value that lies above the share `probability` of all; ±∞ at 1 and 0.
    ///
    /// Source: P. J. Acklam's rational approximation (2003), then one step of Halley, which
    /// leaves an error of a few units in the last place.
    public static func quantile(_ probability: Double) -> Double {
        guard probability > 0 else { return -.infinity }
        guard probability < 1 else { return .infinity }
        let guess = approximation(probability)
        let error = Self.probability(below: guess) - probability
        let step = error * (2 * Double.pi).squareRoot() * exp(guess * guess / 2)
        return guess - step / (1 + guess * step / 2)
    }

    private static func approximation(_ probability: Double) -> Double {
        let edge = 0.02425
        if probability > 1 - edge { return -tail(1 - probability) }
        if probability < edge { return tail(probability) }
        let q = probability - 0.5
        let r = q * q
        return q * polynomial(central, r) / (polynomial(centralDivisor, r) * r + 1)
    }

    private static func tail(_ probability: Double) -> Double {
        let q = (-2 * log(probability)).squareRoot()
        return polynomial(outer, q) / (polynomial(outerDivisor, q) * q + 1)
    }

    private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
        coefficients.reduce(0) { $0 * x + $1 }
    }

    private static let central = [
        -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02,
        1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00,
    ]
    private static let centralDivisor = [
        -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02,
        6.680131188771972e+01, -1.328068155288572e+01,
    ]
    private static let outer = [
        -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
        -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00,
    ]
    private static let outerDivisor = [
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00,
        3.754408661907416e+00,
    ]
}
