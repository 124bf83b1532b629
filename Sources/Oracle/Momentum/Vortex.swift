extension Definition {
    static let vortex = Definition(
        "vortex", "VORTEX",
        """
        Σ|h − l′| / Σ true range and Σ|l − h′| / Σ true range over n bars; 0 where nothing \
        moved.
        """, [.period(14)], [.high, .low, .close], outputs: ["plus", "minus"],
        lookback: { $0.period }, magnitude: .output(plus: 1)
    ) { x, a in
        let total = ExactSeries.trueRange(x[0], x[1], x[2]).sum(a.period)
        return [x[0] - x[1].lag(1), x[1] - x[0].lag(1)].map { move in
            move.magnitude.sum(a.period).ratio(to: total)
        }
    }
}
