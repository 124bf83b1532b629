extension Definition {
    static let rollingMedian = Definition(
        "rolling-median", "MEDIAN",
        """
        The middle value of n bars, the mean of both middle ones where n is even.
        """, [.period(20)], lookback: { $0.period - 1 },
        magnitude: .window()
    ) { x, a in [x[0].quantile(a.period, at: DoubleDouble(0.5))] }
}

extension ExactSeries {
    /// The value at the share q of the sorted window, between the neighbours in proportion.
    func quantile(_ period: Int, at share: DoubleDouble) -> ExactSeries {
        window(period) { bars in
            let sorted = bars.sorted()
            let place = share * DoubleDouble(period - 1)
            let index = Int(place.floor.high)
            let next = min(index + 1, period - 1)
            let rest = place - DoubleDouble(index)
            return sorted[index] + rest * (sorted[next] - sorted[index])
        }
    }
}
