extension Definition {
    static let sampleBollingerBands = Definition(
        "sample-bollinger-bands", "BBANDS.sample",
        """
        Bollinger's bands with the sample deviation, over n − 1.
        """,
        [.period(20, least: 2), .real("up", 2), .real("down", 2)],
        outputs: ["upper", "middle", "lower"], lookback: { $0.period - 1 },
        magnitude: .window().times(4)
    ) { x, a in
        let mean = x[0].mean(a.period)
        let deviation = x[0].variance(a.period, freedom: 1).squareRoot()
        return [mean + a["up"] * deviation, mean, mean - a["down"] * deviation]
    }
}
