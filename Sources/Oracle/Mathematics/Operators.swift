extension Definition {
    /// Arithmetic on two inputs; a quotient by zero is unknown.
    static let operators: [Definition] = [
        of("sum", "ADD") { $0 + $1 },
        of("difference", "SUB") { $0 - $1 },
        of("product", "MULT") { $0 * $1 },
        of("quotient", "DIV") { $0 / $1 },
        of("maximum", "MAX2") { $0.isKnown && $1.isKnown ? max($0, $1) : .unknown },
        of("minimum", "MIN2") { $0.isKnown && $1.isKnown ? min($0, $1) : .unknown },
    ]

    private static func of(
        _ name: String, _ alias: String,
        _ function: @escaping @Sendable (DoubleDouble, DoubleDouble) -> DoubleDouble
    ) -> Definition {
        Definition(
            name, alias, "The operation on both values of a bar; a quotient by zero is unknown.",
            [],
            [.high, .low], lookback: { _ in 0 }, magnitude: .output
        ) {
            x, _ in
            [.map(x[0], x[1], function)]
        }
    }
}
