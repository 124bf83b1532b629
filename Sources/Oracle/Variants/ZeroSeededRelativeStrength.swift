extension Definition {
    static let zeroSeededRelativeStrength = Definition(
        "zero-seeded-relative-strength", "RSI.ewm",
        """
        The relative strength of averages that start at 0 at the first bar; 100 without losses, \
        also where nothing moved. A bar without change leaves it as it was.
        """, [.period(14)],
        lookback: { $0.period - 1 }, magnitude: .constant(100)
    ) { x, a in
        [
            x[0].skippingUnknown { known in
                let change = (known - known.previousKnown).map { $0.isKnown ? $0 : .zero }
                let gain = change.map { max($0, 0) }
                let weight = 1 / DoubleDouble(a.period)
                let rise = gain.exponentialFromFirst(weight: weight)
                let fall = (gain - change).exponentialFromFirst(weight: weight)
                let index = ExactSeries.map(rise, fall) {
                    $1.high == 0 ? 100 : 100 * $0 / ($0 + $1)
                }
                return index.still(where: known, a.period).known(with: known.lag(a.period - 1))
            }
        ]
    }
}
