extension Definition {
    static let extremeIndices = Definition(
        "extreme-indices", "MINMAXINDEX",
        """
        The bars since the least and since the greatest value of n bars.
        """, [.period(30)], outputs: ["minimum", "maximum"],
        lookback: { $0.period - 1 }, magnitude: .exact
    ) { x, a in
        [false, true].map { x[0].barsSinceExtreme(a.period, isGreatest: $0) }
    }
}
