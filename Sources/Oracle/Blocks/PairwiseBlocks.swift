extension Definition {
    /// Operations on two inputs that indicators are made of.
    static let pairwiseBlocks: [Definition] = [
        Definition(
            "ratio", "", "The first input over the second; 0 where that is below 2⁻⁹⁶⁰.", [],
            [.value, .volume], lookback: { _ in 0 }, magnitude: .output
        ) { x, _ in [x[0].ratio(to: x[1])] },
        Definition(
            "known-with", "", "The first input where the second is known too.", [],
            [.value, .volume], lookback: { _ in 0 }, magnitude: .exact
        ) { x, _ in [x[0].known(with: x[1])] },
    ]
}
