extension Definition {
    static let directionalSum = Definition(
        "directional-sum", "DM",
        """
        Wilder's sums of upward and of downward movement: h − h′ where that is positive and more \
        than l′ − l, and the reverse. The sum of n − 1 movements, then s − s / n + x.
        """, [.period(14)], [.high, .low], outputs: ["plusDM", "minusDM"],
        lookback: { max($0.period - 1, 1) },
        magnitude: Magnitude { x, a, _ in
            let sums = ExactSeries.skippingUnknown(x) { x in
                let moves = ExactSeries.movements(x[0], x[1])
                return [moves.up.wilderSum(a.period), moves.down.wilderSum(a.period)]
            }
            return Magnitude.largest(sums, over: .max)
        }
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            let moves = ExactSeries.movements(x[0], x[1])
            return [moves.up.wilderSum(a.period), moves.down.wilderSum(a.period)]
        }
    }
}

extension ExactSeries {
    /// Wilder's movements from bar to bar: the larger of both directions where it is positive.
    static func movements(
        _ high: ExactSeries, _ low: ExactSeries
    ) -> (up: ExactSeries, down: ExactSeries) {
        let (up, down) = (high.change, low.lag(1) - low)
        func larger(_ move: ExactSeries, _ other: ExactSeries) -> ExactSeries {
            map(move, other) { $0.isKnown && !($0 > $1 && $0 > 0) ? .zero : $0 }
        }
        return (larger(up, down), larger(down, up))
    }
}
