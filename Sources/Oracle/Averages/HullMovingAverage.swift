extension Definition {
    static let hullMovingAverage = Definition(
        "hull-moving-average", "HMA",
        """
        The weighted average, over ⌊√n⌋ bars, of twice the weighted average of ⌊n / 2⌋ bars less \
        that of n.
        """, [.period(20, least: 2)],
        lookback: { $0.period - 1 + Int(Double($0.period).squareRoot()) - 1 },
        magnitude: .window({ $0.period + Int(Double($0.period).squareRoot()) }).times(3)
    ) { x, a in [x[0].hull(a.period)] }
}

extension ExactSeries {
    func hull(_ period: Int) -> ExactSeries {
        let half = linearlyWeighted(max(period / 2, 1))
        return (2 * half - linearlyWeighted(period))
            .linearlyWeighted(Int(Double(period).squareRoot()))
    }
}
