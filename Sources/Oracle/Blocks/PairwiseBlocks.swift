extension Definition {
    /// Operations on two inputs that indicators are made of.
    static let pairwiseBlocks: [Definition] = [
        Definition(
            "ratio", "", [], [.value, .volume], lookback: { _ in 0 }, magnitude: .output
        ) { x, _ in [x[0].over(x[1], orElse: 0)] },
        Definition(
            "capped-ratio", "", [], [.value, .volume], lookback: { _ in 0 }, magnitude: .output
        ) { x, _ in
            [ExactSeries.map(x[0], x[1]) { $1 > $0 ? $0 / $1 : 1 + ($0 - $0) + ($1 - $1) }]
        },
        Definition(
            "known-with", "", [], [.value, .volume], lookback: { _ in 0 }, magnitude: .exact
        ) { x, _ in [x[0].known(with: x[1])] },
    ]
}
