extension Definition {
    /// A function of each value; unknown outside its domain.
    static let elementwise: [Definition] = [
        of("absolute", "ABS", .exact) { $0.magnitude },
        of("negation", "NEG", .exact) { -$0 },
        of("arc-cosine", "ACOS") { $0.arcCosine },
        of("arc-sine", "ASIN") { $0.arcSine },
        of("arc-tangent", "ATAN") { $0.arcTangent },
        of("ceiling", "CEIL", .exact) { -(-$0).floor },
        of("cosine", "COS", .constant(1), beyond: turns) { turned($0).cosine },
        of("hyperbolic-cosine", "COSH") { $0.hyperbolicCosine },
        of("exponential", "EXP") { $0.exponential },
        of("floor", "FLOOR", .exact) { $0.floor },
        of("natural-logarithm", "LN") { $0.logarithm },
        of("common-logarithm", "LOG10") { $0.logarithm / .logarithmOfTen },
        of("sine", "SIN", .constant(1), beyond: turns) { turned($0).sine },
        of("hyperbolic-sine", "SINH") { $0.hyperbolicSine },
        of("square-root", "SQRT") { $0.squareRoot() },
        of("tangent", "TAN", .output(plus: 1), beyond: turns) {
            turned($0).sine / turned($0).cosine
        },
        of("hyperbolic-tangent", "TANH") { $0.hyperbolicTangent },
    ]

    private static let turns = "from 1,647,000 on, about 2²⁰ quarter turns"

    private static func turned(
        _ angle: DoubleDouble
    ) -> (sine: DoubleDouble, cosine: DoubleDouble) {
        angle.magnitude < 1_647_000 ? angle.sineAndCosine : (.unknown, .unknown)
    }

    private static func of(
        _ name: String, _ alias: String, _ magnitude: Magnitude = .output,
        beyond domain: String = "outside its domain",
        _ function: @escaping @Sendable (DoubleDouble) -> DoubleDouble
    ) -> Definition {
        Definition(
            name, alias, "The function of each value; unknown \(domain).",
            lookback: { _ in 0 }, magnitude: magnitude
        ) { x, _ in
            [x[0].map(function)]
        }
    }
}
