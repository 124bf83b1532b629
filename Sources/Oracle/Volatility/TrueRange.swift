extension Definition {
    static let trueRange = Definition(
        "true-range", "TRANGE",
        """
        max(h, c′) − min(l, c′), c′ the last known close; unknown at the first bar.
        """, [], [.high, .low, .close], lookback: { _ in 1 },
        magnitude: .window { _ in 2 }
    ) { x, _ in [.trueRange(x[0], x[1], x[2])] }
}

extension ExactSeries {
    static func trueRange(
        _ high: ExactSeries, _ low: ExactSeries, _ close: ExactSeries
    ) -> ExactSeries {
        let before = close.previousKnown
        let (top, bottom) = (
            map(high, before) { $0.isKnown && $1.isKnown ? max($0, $1) : .unknown },
            map(low, before) { $0.isKnown && $1.isKnown ? min($0, $1) : .unknown }
        )
        return (top - bottom).known(with: close)
    }

    /// Wilder's average of the true range.
    static func averageTrueRange(_ x: [ExactSeries], _ period: Int) -> ExactSeries {
        trueRange(x[0], x[1], x[2]).wilder(period)
    }
}
