extension Definition {
    /// The same with an average of any kind in each of the three places.
    static let convergenceDivergenceOfKinds = Definition(
        "convergence-divergence-of-kinds", "MACDEXT",
        [
            .count("fast", 12), .kind("fast-kind"), .count("slow", 26), .kind("slow-kind"),
            .count("signal", 9), .kind("signal-kind"),
        ], outputs: ["line", "signal", "histogram"],
        lookback: { a in
            let fast = averageLookback(kind: a.count("fast-kind"), a.count("fast"))
            let slow = averageLookback(kind: a.count("slow-kind"), a.count("slow"))
            return max(fast, slow)
                + averageLookback(kind: a.count("signal-kind"), a.count("signal"))
        }, magnitude: .soFar.times(27)
    ) { x, a in
        let delay = max(a.count("slow") - a.count("fast"), 0)
        let fast = x[0].average(kind: a.count("fast-kind"), a.count("fast"), delay: delay)
        let line = fast - x[0].average(kind: a.count("slow-kind"), a.count("slow"))
        return line.withSignal(
            line.average(kind: a.count("signal-kind"), a.count("signal")))
    }
}
