extension Definition {
    static let streak = Definition(
        "streak", "",
        """
        The rises in a row, or the falls, negative; 0 where the value stayed and at the first \
        bar.
        """, [], [.value], lookback: { _ in 0 }, magnitude: .exact
    ) { x, _ in [x[0].streak] }
}

extension ExactSeries {
    var streak: ExactSeries {
        var streak = DoubleDouble.zero
        return Self.map(self, previousKnown) { value, before in
            guard value.isKnown else { return .unknown }
            streak =
                value > before
                ? max(streak, 0) + 1 : value < before ? min(streak, 0) - 1 : .zero
            return streak
        }
    }
}
