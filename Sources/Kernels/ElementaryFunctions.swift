/// Elementary functions in a fixed order of IEEE operations: the same bits on every processor,
/// which a system's own library does not promise.
///
/// Each is within 1 ulp. Lanes call them one by one.
package enum ElementaryFunctions {
    /// The natural logarithm; unknown for what is not positive.
    ///
    /// - Definition: x = 2ᵏ (1 + f) with 1 + f in √½…√2; s = f / (2 + f);
    ///   ln(1 + f) = f − f² / 2 + s (f² / 2 + R), where R approximates (ln(1 + f) − 2s) / s.
    /// - Source: the minimax coefficients of FDLIBM's `e_log`, Sun Microsystems, 1993.
    package static func logarithm(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return .nan }
        var (power, fraction) = (Int(x.exponent), x.significand)
        if fraction > 0x1.6a09e667f3bcdp0 { (power, fraction) = (power + 1, fraction / 2) }
        let f = fraction - 1
        let (s, half, scale) = (f / (2 + f), 0.5 * f * f, Double(power))
        let (z, w) = (s * s, (s * s) * (s * s))
        let even =
            w * (0.3999999999940941908 + w * (0.2222219843214978396 + w * 0.1531383769920937332))
        let odd =
            z
            * (0.6666666666666735130 + w
                * (0.2857142874366239149
                    + w * (0.1818357216161805012 + w * 0.1479819860511658591)))
        let tail = s * (half + even + odd) + scale * 1.90821492927058770002e-10
        return scale * 6.93147180369123816490e-01 - ((half - tail) - f)
    }

    /// The exponential; unknown where it overflows.
    ///
    /// - Definition: x = k ln 2 + r with |r| ≤ ½ ln 2; eʳ = 1 + r + r c / (2 − c), where
    ///   c = r − t P(t) and t = r².
    /// - Source: the minimax coefficients of FDLIBM's `e_exp`, Sun Microsystems, 1993.
    package static func exponential(_ x: Double) -> Double {
        guard x < 709.78, x > -745.13 else { return x < 0 ? 0 : .nan }
        let k = (x * 1.44269504088896338700).rounded()
        let (high, low) = (x - k * 6.93147180369123816490e-01, k * 1.90821492927058770002e-10)
        let r = high - low
        let t = r * r
        let polynomial =
            1.66666666666666019037e-01
            + t
            * (-2.77777777770155933842e-03 + t
                * (6.61375632143793436117e-05
                    + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08)))
        let c = r - t * polynomial
        let value = 1 - ((low - (r * c) / (2 - c)) - high)
        let (first, rest) = (Int(k) / 2, Int(k) - Int(k) / 2)
        return value * Double(sign: .plus, exponent: first, significand: 1)
            * Double(sign: .plus, exponent: rest, significand: 1)
    }

    /// The angle whose tangent is x, in radians, −π/2…π/2; unknown for an unknown.
    ///
    /// - Definition: |x| is reduced by atan x = atan c + atan((x − c) / (1 + c x)) with c in 0, ½,
    ///   1, 1½, ∞; then x − x (a₀ z + a₁ z² + …), z = x².
    /// - Source: the minimax coefficients of FDLIBM's `s_atan`, Sun Microsystems, 1993.
    package static func arcTangent(_ x: Double) -> Double {
        guard !x.isNaN else { return .nan }
        let size = x.magnitude
        let (reduced, high, low) = reducedTangent(size)
        let z = reduced * reduced
        let w = z * z
        let even =
            z
            * (3.33333333333329318027e-01 + w
                * (1.42857142725034663711e-01
                    + w
                    * (9.09088713343650656196e-02 + w
                        * (6.66107313738753120669e-02
                            + w * (4.97687799461593236017e-02 + w * 1.62858201153657823623e-02)))))
        let odd =
            w
            * (-1.99999999998764832476e-01 + w
                * (-1.11111104054623557880e-01
                    + w
                    * (-7.69187620504482999495e-02 + w
                        * (-5.83357013379057348645e-02
                            + w * -3.65315727442169155270e-02))))
        let angle = high - ((reduced * (even + odd) - low) - reduced)
        return x < 0 ? -angle : angle
    }

    /// A tangent of a small angle, and the angle that was taken off in two parts.
    private static func reducedTangent(_ x: Double) -> (Double, Double, Double) {
        if x < 0.4375 { return (x, 0, 0) }
        if x < 0.6875 {
            return ((2 * x - 1) / (2 + x), 4.63647609000806093515e-01, 2.26987774529616870924e-17)
        }
        if x < 1.1875 {
            return ((x - 1) / (x + 1), 7.85398163397448278999e-01, 3.06161699786838301793e-17)
        }
        if x < 2.4375 {
            return (
                (x - 1.5) / (1 + 1.5 * x), 9.82793723247329054082e-01, 1.39033110312309984516e-17
            )
        }
        return (-1 / x, 1.57079632679489655800e+00, 6.12323399573676603587e-17)
    }
}

extension Lane {
    /// The natural logarithm of each lane.
    @inline(__always) var logarithm: Self { mapped(ElementaryFunctions.logarithm) }
    /// The angle of each lane's tangent, in radians.
    @inline(__always) var arcTangent: Self { mapped(ElementaryFunctions.arcTangent) }
}
