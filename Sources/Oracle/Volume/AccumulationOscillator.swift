extension Definition {
    static let accumulationOscillator = Definition(
        "accumulation-oscillator", "ADOSC",
        """
        A fast exponential average of accumulation / distribution less a slow one, both seeded \
        with its first value.
        """, [.count("fast", 3), .count("slow", 10)],
        [.high, .low, .close, .volume],
        lookback: { max($0.count("fast"), $0.count("slow")) - 1 },
        magnitude: .sum(of: 3)
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            let line = ExactSeries.moneyFlow(x).runningSum
            func smooth(_ name: String) -> ExactSeries {
                line.exponentialFromFirst(weight: 2 / (a[name] + 1))
            }
            let clock = line.lag(max(a.count("fast"), a.count("slow")) - 1)
            return [(smooth("fast") - smooth("slow")).known(with: clock)]
        }
    }
}
