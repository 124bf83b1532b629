extension Definition {
    static let aroon = Definition(
        "aroon", "AROON",
        """
        100 (n − age) / n of the lowest low and of the highest high in n + 1 bars; of equals, \
        the newest counts.
        """, [.period(14)], [.high, .low], outputs: ["down", "up"],
        lookback: { $0.period }, magnitude: .constant(100)
    ) { x, a in
        [
            .share(of: a.period, x[1].barsSinceExtreme(a.period + 1, isGreatest: false)),
            .share(of: a.period, x[0].barsSinceExtreme(a.period + 1, isGreatest: true)),
        ]
    }
}

extension ExactSeries {
    /// 100 (n − age) / n.
    static func share(of period: Int, _ ages: ExactSeries) -> ExactSeries {
        ages.map { 100 * (DoubleDouble(period) - $0) / DoubleDouble(period) }
    }
}
