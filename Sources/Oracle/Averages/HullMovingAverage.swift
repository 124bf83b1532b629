extension Definition {
    static let hullMovingAverage = Definition(
        "hull-moving-average", "HMA",
        """
        The weighted average, over ⌊√n⌋ bars, of twice the weighted average of ⌊n / 2⌋ bars less \
        that of n.
        """, [.period(20, least: 2)],
        lookback: { $0.period - 1 + Int(Double($0.period).squareRoot()) - 1 },
        magnitude: .window({ $0.period + Int(Double($0.period).squareRoot()) }).times(3)
    ) { x, a in
        let half = x[0].linearlyWeighted(a.period / 2)
        let raw = 2 * half - x[0].linearlyWeighted(a.period)
        return [raw.linearlyWeighted(Int(Double(a.period).squareRoot()))]
    }
}
