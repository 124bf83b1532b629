extension Definition {
    /// Appel's first form: 12 and 26 bars with the weights 0.15 and 0.075.
    static let fixedConvergenceDivergence = Definition(
        "fixed-convergence-divergence", "MACDFIX", [.count("signal", 9)],
        outputs: ["line", "signal", "histogram"],
        lookback: { 24 + $0.count("signal") }, magnitude: .soFar.times(2)
    ) { x, a in
        let fast = x[0].exponential(12, weight: .decimal(15, places: 2), delay: 14)
        let line = fast - x[0].exponential(26, weight: .decimal(75, places: 3))
        return line.withSignal(line.exponential(a.count("signal")))
    }
}
