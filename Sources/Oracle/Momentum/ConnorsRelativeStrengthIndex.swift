extension Definition {
    /// The mean of the relative strength of the close, that of its streak of rises and falls, and
    /// the share of the `rank` returns before this one that are below it.
    static let connorsRelativeStrengthIndex = Definition(
        "connors-relative-strength-index", "CRSI",
        [.period(3), .count("streak", 2), .count("rank", 100)],
        lookback: { max($0.period, $0.count("streak"), $0.count("rank") + 1) },
        magnitude: .constant(100)
    ) { x, a in
        let change = x[0] - x[0].previousKnown
        var streak = DoubleDouble.zero
        let streaks = ExactSeries.map(x[0], change) { value, change in
            guard value.isKnown else { return .unknown }
            if change > 0 { streak = max(streak, 0) + 1 }
            if change < 0 { streak = min(streak, 0) - 1 }
            if change == 0 { streak = 0 }
            return streak
        }
        let returns = x[0] / x[0].lag(1)
        let rank = returns.percentRank(a.count("rank"))
        let sum =
            x[0].relativeStrength(a.period)
            + streaks.relativeStrength(a.count("streak")) + rank
        return [sum / 3]
    }
}
