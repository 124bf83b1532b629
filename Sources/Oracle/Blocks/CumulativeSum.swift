extension Definition {
    static let cumulativeSum = Definition(
        "cumulative-sum", "CUMSUM",
        """
        The sum of all bars so far.
        """, [], [.value], lookback: { _ in 0 }, magnitude: .sum(of: 0)
    ) { x, _ in [x[0].runningSum] }
}
