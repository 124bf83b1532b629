extension Definition {
    static let vortex = Definition(
        "vortex", "VORTEX",
        """
        Σ|h − l′| / Σ true range and Σ|l − h′| / Σ true range over n bars; 0 where nothing \
        moved.
        """, [.period(14)], [.high, .low, .close], outputs: ["plus", "minus"],
        lookback: { $0.period }, magnitude: .output(plus: 1)
    ) { x, a in
        let range = ExactSeries.trueRange(x[0], x[1], x[2]).known(with: x[2].lag(1))
        let up = (x[0] - x[1].lag(1)).magnitude.known(with: range)
        let down = (x[1] - x[0].lag(1)).magnitude.known(with: range)
        let total = range.known(with: up + down).sum(a.period)
        return [
            up.known(with: down).sum(a.period).over(total, orElse: 0),
            down.known(with: up).sum(a.period).over(total, orElse: 0),
        ]
    }
}
