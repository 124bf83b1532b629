extension Definition {
    static let convergenceDivergenceOfKinds = Definition(
        "convergence-divergence-of-kinds", "MACDEXT",
        """
        The same with an average of any kind in each of the three places.
        """,
        [
            .count("fast", 12), .count("slow", 26), .count("signal", 9), .kind("fastKind"),
            .kind("slowKind"), .kind("signalKind"),
        ], outputs: ["line", "signal", "histogram"],
        lookback: { a in
            let fast = averageLookback(kind: a.count("fastKind"), a.count("fast"))
            let slow = averageLookback(kind: a.count("slowKind"), a.count("slow"))
            return max(fast, slow)
                + averageLookback(kind: a.count("signalKind"), a.count("signal"))
        }, magnitude: .soFar.times(27)
    ) { x, a in
        let delay = max(a.count("slow") - a.count("fast"), 0)
        let fast = x[0].average(kind: a.count("fastKind"), a.count("fast"), delay: delay)
        let line = fast - x[0].average(kind: a.count("slowKind"), a.count("slow"))
        return line.withSignal(
            line.average(kind: a.count("signalKind"), a.count("signal")))
    }
}
