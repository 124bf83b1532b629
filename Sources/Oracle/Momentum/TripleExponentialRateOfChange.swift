extension Definition {
    static let tripleExponentialRateOfChange = Definition(
        "triple-exponential-rate-of-change", "TRIX",
        """
        The change of one bar, in percent, of three exponential averages in a row; 0 where \
        nothing moved.
        """, [.period(30)],
        lookback: { 3 * ($0.period - 1) + 1 }, magnitude: .output(plus: 100)
    ) { x, a in
        let average = x[0].exponential(a.period).exponential(a.period).exponential(a.period)
        let base = average.previousKnown
        return [100 * ((average - base) / base)]
    }
}
