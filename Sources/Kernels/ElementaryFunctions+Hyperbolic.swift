extension ElementaryFunctions {
    /// The common logarithm; unknown for what is not positive.
    package static func commonLogarithm(_ x: Double) -> Double {
        logarithm(x) * 4.34294481903251816668e-01
    }

    /// The hyperbolic sine: its series within 1, else (eˣ − e⁻ˣ) / 2; unknown where it overflows.
    package static func hyperbolicSine(_ x: Double) -> Double {
        let size = x.magnitude
        guard size >= 1 else {
            let z = x * x
            var sum = 0.0
            for index in stride(from: 18, through: 2, by: -2) {
                sum = (1 + sum) * z / Double(index * (index + 1))
            }
            return x + x * sum
        }
        let value = halfExponential(size, -1)
        return x < 0 ? -value : value
    }

    /// The hyperbolic cosine, (eˣ + e⁻ˣ) / 2; unknown where it overflows.
    package static func hyperbolicCosine(_ x: Double) -> Double { halfExponential(x.magnitude, 1) }

    /// The hyperbolic tangent: the sine over the cosine, ±1 from 20 on.
    package static func hyperbolicTangent(_ x: Double) -> Double {
        guard x.magnitude < 20 else { return x.isNaN ? .nan : x < 0 ? -1 : 1 }
        return hyperbolicSine(x) / hyperbolicCosine(x)
    }

    /// (eˣ + sign e⁻ˣ) / 2 for x ≥ 0, by the square of e^(x/2) where eˣ could overflow.
    private static func halfExponential(_ x: Double, _ sign: Double) -> Double {
        guard x >= 700 else {
            let power = exponential(x)
            return (power + sign / power) * 0.5
        }
        let root = exponential(0.5 * x)
        return (0.5 * root) * root
    }
}
