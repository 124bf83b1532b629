extension Definition {
    static let awesomeOscillator = Definition(
        "awesome-oscillator", "AO awesome",
        """
        The mean of (h + l) / 2 over a fast number of bars less that over a slow one.
        """, [.count("fast", 5), .count("slow", 34)], [.high, .low],
        lookback: { max($0.count("fast"), $0.count("slow")) - 1 },
        magnitude: .window({ $0.count("slow") }).times(2)
    ) { x, a in
        let middle = (x[0] + x[1]) / 2
        return [middle.mean(a.count("fast")) - middle.mean(a.count("slow"))]
    }
}
