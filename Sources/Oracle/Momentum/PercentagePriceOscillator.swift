extension Definition {
    static let percentagePriceOscillator = Definition(
        "percentage-price-oscillator", "PPO",
        """
        100 (fast − slow) / slow, each average with its own seed; 0 where the slow one is 0.
        """,
        [.count("fast", 12), .count("slow", 26), .kind("kind", 1)],
        lookback: { a in
            max(
                averageLookback(kind: a.count("kind"), a.count("fast")),
                averageLookback(kind: a.count("kind"), a.count("slow")))
        },
        magnitude: .output(plus: 200)
    ) { x, a in
        let slow = x[0].average(kind: a.count("kind"), a.count("slow"))
        let fast = x[0].average(kind: a.count("kind"), a.count("fast"))
        return [(100 * (fast - slow)).ratio(to: slow)]
    }
}
