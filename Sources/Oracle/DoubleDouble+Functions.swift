import Foundation

/// The elementary functions, from their series after a reduction of the argument.
extension DoubleDouble {
    /// The ratio of a circle's circumference to its diameter.
    static let pi = DoubleDouble(high: 3.141592653589793, low: 1.2246467991473532e-16)
    /// The natural logarithm of two.
    static let logarithmOfTwo = DoubleDouble(
        high: 0.6931471805599453, low: 2.3190468138462996e-17)
    /// The natural logarithm of ten.
    static let logarithmOfTen = DoubleDouble(
        high: 2.302585092994046, low: -2.1707562233822494e-16)

    /// e to this power.
    var exponential: DoubleDouble {
        guard high < 709.8 else { return .unknown }
        guard high > -745 else { return .zero }
        let power = (high / Self.logarithmOfTwo.high).rounded()
        let rest = (self - DoubleDouble(power) * Self.logarithmOfTwo) * DoubleDouble(0x1p-9)
        var (term, sum) = (rest, rest)
        for index in 2...14 {
            term = term * rest / DoubleDouble(index)
            sum = sum + term
        }
        // e^(2r) − 1 = 2 (e^r − 1) + (e^r − 1)²: no digit is lost while the power is small.
        for _ in 0..<9 { sum = sum + sum + sum * sum }
        return (sum + 1).scaled(byPowerOfTwo: Int(power))
    }

    /// The natural logarithm; unknown at zero and below.
    var logarithm: DoubleDouble {
        guard high > 0 else { return .unknown }
        var result = DoubleDouble(log(high))
        for _ in 0..<2 { result = result + self * (-result).exponential - 1 }
        return result
    }

    /// The sine and the cosine of this angle in radians.
    var sineAndCosine: (sine: DoubleDouble, cosine: DoubleDouble) {
        guard magnitude < 0x1p50 else { return (.unknown, .unknown) }
        let quarter = Self.pi * DoubleDouble(0.5)
        let turns = (high / quarter.high).rounded()
        let angle = self - DoubleDouble(turns) * quarter
        let (sine, cosine) = (Self.series(angle, from: 1), Self.series(angle, from: 0))
        switch Int(turns) & 3 {
        case 0: return (sine, cosine)
        case 1: return (cosine, -sine)
        case 2: return (-sine, -cosine)
        default: return (-cosine, sine)
        }
    }

    /// Σ ± xⁱ / i! over the odd powers, or over the even ones.
    private static func series(_ angle: DoubleDouble, from power: Int) -> DoubleDouble {
        var term = power == 0 ? DoubleDouble(1) : angle
        let square = angle * angle
        var (sum, index) = (term, power)
        while index < 32 {
            term = -term * square / DoubleDouble((index + 1) * (index + 2))
            (sum, index) = (sum + term, index + 2)
        }
        return sum
    }

    /// The angle in radians whose tangent this is.
    var arcTangent: DoubleDouble {
        guard isKnown else { return .unknown }
        var angle = DoubleDouble(atan(high))
        for _ in 0..<2 {
            let (sine, cosine) = angle.sineAndCosine
            angle = angle + (self * cosine - sine) / (cosine + self * sine)
        }
        return angle
    }

    /// The angle in radians whose sine this is; unknown beyond 1.
    var arcSine: DoubleDouble {
        guard magnitude <= 1 else { return .unknown }
        let root = ((1 - self) * (1 + self)).squareRoot()
        guard root > 0 else { return Self.pi * DoubleDouble(high < 0 ? -0.5 : 0.5) }
        return (self / root).arcTangent
    }

    /// The angle in radians whose cosine this is; unknown beyond 1.
    var arcCosine: DoubleDouble {
        guard magnitude <= 1 else { return .unknown }
        guard self > -1 else { return Self.pi }
        return 2 * ((1 - self) / (1 + self)).squareRoot().arcTangent
    }

    /// The hyperbolic sine.
    var hyperbolicSine: DoubleDouble {
        guard magnitude < 0.03125 else {
            let half = (magnitude - Self.logarithmOfTwo).exponential
            let value = half - DoubleDouble(0.25) / half
            return high < 0 ? -value : value
        }
        var (term, sum) = (self, self)
        for index in stride(from: 3, through: 21, by: 2) {
            term = term * self * self / DoubleDouble(index * (index - 1))
            sum = sum + term
        }
        return sum
    }

    /// The hyperbolic cosine.
    var hyperbolicCosine: DoubleDouble {
        let half = (magnitude - Self.logarithmOfTwo).exponential
        return half + DoubleDouble(0.25) / half
    }

    /// The hyperbolic tangent.
    var hyperbolicTangent: DoubleDouble {
        guard magnitude < 40 else { return isKnown ? DoubleDouble(high < 0 ? -1 : 1) : self }
        return hyperbolicSine / hyperbolicCosine
    }
}
