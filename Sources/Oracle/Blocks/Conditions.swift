extension Definition {
    /// What conditions are made into.
    static let conditions: [Definition] = [
        Definition(
            "choice", "", "The second input where the first is greater than 0, else the third.",
            [], [.value, .high, .low], lookback: { _ in 0 }, magnitude: .exact
        ) { x, _ in
            let chosen = x[0].values.indices.map { bar in
                x[0][bar].isKnown ? (x[0][bar] > 0 ? x[1][bar] : x[2][bar]) : .unknown
            }
            return [ExactSeries(chosen)]
        },
        Definition(
            "bars-since", "",
            """
            The bars since the input last was greater than 0; unknown before the first time.
            """, [], [.value], lookback: { _ in 0 }, magnitude: .exact
        ) { x, _ in
            var count: DoubleDouble?
            return [
                x[0].map { value in
                    guard value.isKnown else { return .unknown }
                    count = value > 0 ? 0 : count.map { $0 + 1 }
                    return count ?? .unknown
                }
            ]
        },
    ]
}
