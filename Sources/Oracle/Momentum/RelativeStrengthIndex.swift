extension Definition {
    static let relativeStrengthIndex = Definition(
        "relative-strength-index", "RSI",
        """
        100 G / (G + L): Wilder averages of gains and losses; 0 when nothing moved. A bar without \
        change leaves it as it was.
        """, [.period(14)], lookback: { $0.period },
        magnitude: .constant(100)
    ) { x, a in [x[0].relativeStrength(a.period)] }
}

extension ExactSeries {
    /// Wilder's averages of the gains and of the losses from one known value to the next.
    func gainsAndLosses(_ period: Int) -> (gains: ExactSeries, losses: ExactSeries) {
        let change = self - previousKnown
        let gains = change.map { $0 > 0 || !$0.isKnown ? $0 : .zero }
        return (gains.wilder(period), (gains - change).wilder(period))
    }

    func relativeStrength(_ period: Int) -> ExactSeries {
        let (gains, losses) = gainsAndLosses(period)
        return (100 * gains).over(gains + losses, orElse: 0).still(where: self, period)
    }

    /// The values, but the last one again where the price has not changed: averages over more than
    /// one bar shrink alike then.
    func still(where price: ExactSeries, _ period: Int) -> ExactSeries {
        period > 1 ? unchanged(where: price - price.previousKnown) : self
    }
}
