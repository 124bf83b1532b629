extension ElementaryFunctions {
    /// The sine of an angle in radians; unknown beyond 2²⁰ quarter turns.
    package static func sine(_ x: Double) -> Double {
        guard let (angle, rest, quarter) = reduced(x) else { return .nan }
        let value = quarter & 1 == 0 ? sine(angle, rest) : cosine(angle, rest)
        return quarter & 2 == 0 ? value : -value
    }

    /// The cosine of an angle in radians; unknown beyond 2²⁰ quarter turns.
    package static func cosine(_ x: Double) -> Double {
        guard let (angle, rest, quarter) = reduced(x) else { return .nan }
        let value = quarter & 1 == 0 ? cosine(angle, rest) : -sine(angle, rest)
        return quarter & 2 == 0 ? value : -value
    }

    /// The tangent of an angle in radians; unknown beyond 2²⁰ quarter turns.
    package static func tangent(_ x: Double) -> Double {
        guard let (angle, rest, quarter) = reduced(x) else { return .nan }
        let (sine, cosine) = (sine(angle, rest), cosine(angle, rest))
        return quarter & 1 == 0 ? sine / cosine : -cosine / sine
    }

    /// The angle whose sine is x, in radians: atan(x / √((1 − x)(1 + x))); unknown beyond 1.
    package static func arcSine(_ x: Double) -> Double {
        arcTangent(x / ((1 - x) * (1 + x)).root)
    }

    /// The angle whose cosine is x, in radians: 2 atan √((1 − x) / (1 + x)); unknown beyond 1.
    package static func arcCosine(_ x: Double) -> Double {
        2 * arcTangent(((1 - x) / (1 + x)).root)
    }

    /// The angle less n quarter turns, |angle| ≤ π/4, as a sum of two, and n modulo 4.
    ///
    /// - Definition: n = round(2 x / π); π/2 in three parts of 33 bits, so that n times each is
    ///   exact.
    /// - Source: FDLIBM's `e_rem_pio2`, Sun Microsystems, 1993.
    private static func reduced(_ x: Double) -> (Double, Double, Int)? {
        guard x.magnitude < 1_647_000 else { return nil }
        let turns = (x * 6.36619772367581382433e-01).rounded()
        let first = x - turns * 1.57079632673412561417e+00
        let part = turns * 6.07710050630396597660e-11
        let second = first - part
        let rest = turns * 2.02226624879595063154e-21 - ((first - second) - part)
        let angle = second - rest
        return (angle, (second - angle) - rest, Int(turns) & 3)
    }

    /// The sine of `x + y`, |x| ≤ π/4. Source: FDLIBM's `k_sin`.
    private static func sine(_ x: Double, _ y: Double) -> Double {
        let z = x * x
        let cube = z * x
        let polynomial =
            8.33333333332248946124e-03
            + z
            * (-1.98412698298579493134e-04 + z
                * (2.75573137070700676789e-06
                    + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)))
        return x - ((z * (0.5 * y - cube * polynomial) - y) + cube * 1.66666666666666324348e-01)
    }

    /// The cosine of `x + y`, |x| ≤ π/4. Source: FDLIBM's `k_cos`.
    private static func cosine(_ x: Double, _ y: Double) -> Double {
        let z = x * x
        let inner =
            2.48015872894767294178e-05
            + z
            * (-2.75573143513906633035e-07
                + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11))
        let polynomial =
            z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * inner))
        let half = 0.5 * z
        let rough = 1 - half
        return rough + (((1 - rough) - half) + (z * polynomial - x * y))
    }
}
