extension Definition {
    static let movingAverageConvergence = Definition(
        "moving-average-convergence", "MACD",
        """
        A fast exponential average less a slow one, its own average over `signal` bars, and the \
        rest. The one of the longer period is the slow one, by whatever name; the shorter one is \
        seeded late, so that both begin together; all three outputs start with the signal.
        """,
        [
            .count("fast", 12), .count("slow", 26), .count("signal", 9),
            .real("fastWeight", .nan, 1e-12...1), .real("slowWeight", .nan, 1e-12...1),
        ], outputs: ["line", "signal", "histogram"],
        lookback: { max($0.count("fast"), $0.count("slow")) + $0.count("signal") - 2 },
        magnitude: .soFar
    ) { x, a in
        let longest = max(a.count("fast"), a.count("slow"))
        func average(_ name: String) -> ExactSeries {
            x[0].exponential(
                a.count(name), weight: a.has("\(name)Weight") ? a["\(name)Weight"] : nil,
                delay: longest - a.count(name))
        }
        let isSwapped = a.count("fast") > a.count("slow")
        let (quick, calm) = isSwapped ? ("slow", "fast") : ("fast", "slow")
        let line = average(quick) - average(calm)
        return line.withSignal(line.exponential(a.count("signal")))
    }
}

extension ExactSeries {
    /// A line, its signal and the difference, known where the signal is.
    func withSignal(_ signal: ExactSeries) -> [ExactSeries] {
        [known(with: signal), signal, self - signal]
    }
}
