extension Definition {
    static let percentRank = Definition(
        "percent-rank", "PERCENTRANK",
        """
        The share, in percent, of the n values before this one that are strictly below it.
        """, [.period(100)], lookback: { $0.period },
        magnitude: .constant(100)
    ) { x, a in [x[0].percentRank(a.period)] }
}

extension ExactSeries {
    func percentRank(_ period: Int) -> ExactSeries {
        window(period + 1) { bars in
            guard let last = bars.last else { return .unknown }
            let below = bars.dropLast().count { $0 < last }
            return 100 * DoubleDouble(below) / DoubleDouble(period)
        }
    }
}
