extension Definition {
    static let firstValueConvergenceDivergence = Definition(
        "first-value-convergence-divergence", "MACD.first",
        """
        The same of averages that start as the first value.
        """,
        [.count("fast", 12), .count("slow", 26), .count("signal", 9)],
        outputs: ["line", "signal", "histogram"], lookback: { _ in 0 },
        magnitude: .soFar.times(2)
    ) { x, a in
        func smooth(_ series: ExactSeries, _ name: String) -> ExactSeries {
            series.exponentialFromFirst(weight: 2 / (a[name] + 1))
        }
        let line = smooth(x[0], "fast") - smooth(x[0], "slow")
        let signal = smooth(line, "signal")
        return [line, signal, line - signal]
    }
}
