extension Definition {
    /// A fast exponential average less a slow one, its own average over `signal` bars, and the
    /// rest. The fast one is seeded late, so that both begin at bar slow − 1; all three outputs
    /// start together.
    static let convergenceDivergence = Definition(
        "convergence-divergence", "MACD",
        [.count("fast", 12), .count("slow", 26), .count("signal", 9)],
        outputs: ["line", "signal", "histogram"],
        lookback: { $0.count("slow") + $0.count("signal") - 2 }, magnitude: .soFar.times(2)
    ) { x, a in
        let delay = max(a.count("slow") - a.count("fast"), 0)
        let fast = x[0].exponential(a.count("fast"), delay: delay)
        let line = fast - x[0].exponential(a.count("slow"))
        return line.withSignal(line.exponential(a.count("signal")))
    }
}

extension ExactSeries {
    /// A line, its signal and the difference, known where the signal is.
    func withSignal(_ signal: ExactSeries) -> [ExactSeries] {
        [known(with: signal), signal, self - signal]
    }
}
