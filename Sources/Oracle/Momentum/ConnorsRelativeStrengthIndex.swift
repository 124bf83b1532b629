extension Definition {
    static let connorsRelativeStrengthIndex = Definition(
        "connors-relative-strength-index", "CRSI connors-rsi",
        """
        The mean of the relative strength of the close, that of its streak of rises and falls, \
        and the share of the `rank` returns before this one that are below it; 0 where \
        nothing moved.
        """,
        [.period(3), .count("streak", 2), .count("rank", 100)],
        lookback: { max($0.period, $0.count("streak"), $0.count("rank") + 1) },
        magnitude: .constant(100)
    ) { x, a in
        let returns = x[0] / x[0].lag(1)
        let rank = returns.percentRank(a.count("rank"))
        let sum =
            x[0].relativeStrength(a.period)
            + x[0].streak.relativeStrength(a.count("streak")) + rank
        return [sum / 3]
    }
}
