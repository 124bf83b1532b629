extension Definition {
    static let bollingerBands = Definition(
        "bollinger-bands", "BBANDS bollinger",
        """
        The mean of n bars and `up` and `down` population deviations around it.
        """,
        [.period(20, least: 2), .real("up", 2), .real("down", 2)],
        outputs: ["upper", "middle", "lower"], lookback: { $0.period - 1 },
        magnitude: Magnitude { x, a, _ in
            let factor = 1 + max(abs(a["up"].high), abs(a["down"].high))
            return Magnitude.largest(x, over: a.period).map { $0 * factor }
        }
    ) { x, a in
        let mean = x[0].mean(a.period)
        let deviation = x[0].variance(a.period).squareRoot()
        return [mean + a["up"] * deviation, mean, mean - a["down"] * deviation]
    }
}
