extension Definition {
    static let convergenceDivergenceOfKinds = Definition(
        "convergence-divergence-of-kinds", "MACDEXT",
        """
        The same with an average of any kind in each of the three places: the one of the longer \
        period is the slow one, and what has its value sooner skips as many inputs, so that both \
        begin together.
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
        let isSwapped = a.count("fast") > a.count("slow")
        let names = isSwapped ? ["slow", "fast"] : ["fast", "slow"]
        let waits = names.map { averageLookback(kind: a.count("\($0)Kind"), a.count($0)) }
        let averages = zip(names, waits).map { name, wait in
            x[0].average(
                kind: a.count("\(name)Kind"), a.count(name), delay: max(waits[0], waits[1]) - wait)
        }
        let line = averages[0] - averages[1]
        return line.withSignal(
            line.average(kind: a.count("signalKind"), a.count("signal")))
    }
}
