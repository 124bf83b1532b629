extension Definition {
    static let exponentialMovingAverage = Definition(
        "exponential-moving-average", "EMA",
        """
        eₜ = eₜ₋₁ + α (xₜ − eₜ₋₁), α = 2 / (n + 1) unless a weight is given; the seed is the \
        mean of the first n known inputs after `delay` of them.
        """,
        [.period(30), .real("weight", .nan, 1e-12...1), .count("delay", 0, 0...1_000_000)],
        lookback: { $0.count("delay") + $0.period - 1 }, magnitude: .soFar
    ) { x, a in
        let weight = a.has("weight") ? a["weight"] : nil
        return [x[0].exponential(a.period, weight: weight, delay: a.count("delay"))]
    }
}
