extension Definition {
    static let absolutePriceOscillator = Definition(
        "absolute-price-oscillator", "APO",
        """
        A fast average less a slow one, each with its own seed.
        """,
        [.count("fast", 12), .count("slow", 26), .kind("kind", 1)],
        lookback: { a in
            max(
                averageLookback(kind: a.count("kind"), a.count("fast")),
                averageLookback(kind: a.count("kind"), a.count("slow")))
        }, magnitude: .soFar.times(2)
    ) { x, a in
        let fast = x[0].average(kind: a.count("kind"), a.count("fast"))
        return [fast - x[0].average(kind: a.count("kind"), a.count("slow"))]
    }
}
