extension Definition {
    static let plainConvergenceDivergence = Definition(
        "plain-convergence-divergence", "MACD.plain",
        """
        The line of two exponential averages that each start with their own first inputs.
        """,
        [.count("fast", 12), .count("slow", 26), .count("signal", 9)],
        outputs: ["line", "signal", "histogram"],
        lookbacks: { a in
            let line = max(a.count("fast"), a.count("slow")) - 1
            return [line, line + a.count("signal") - 1, line + a.count("signal") - 1]
        }, magnitude: .soFar.times(2)
    ) { x, a in
        let line = x[0].exponential(a.count("fast")) - x[0].exponential(a.count("slow"))
        let signal = line.exponential(a.count("signal"))
        return [line, signal, line - signal]
    }
}
