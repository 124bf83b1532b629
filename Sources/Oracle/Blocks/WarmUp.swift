extension Definition {
    static let warmUp = Definition(
        "warm-up", "",
        """
        The values without the first known ones.
        """, [.count("count", 1, 0...1_000_000)], [.value],
        lookback: { $0.count("count") }, magnitude: .exact
    ) { x, a in
        [x[0].skippingUnknown { $0.known(with: $0.lag(a.count("count"))) }]
    }
}
