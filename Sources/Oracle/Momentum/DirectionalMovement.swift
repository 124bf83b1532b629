extension Definition {
    /// Wilder's sum of upward movement (of downward where `sign` is −1): h − h′ where that is
    /// positive and more than l′ − l. The sum of n − 1 movements, then s − s / n + x.
    static let directionalMovement = Definition(
        "directional-movement", "PLUS_DM", [.period(14), .count("sign", 1, -1...1)], [.high, .low],
        lookback: { max($0.period - 1, 1) }, magnitude: .soFar.times(4)
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            let moves = ExactSeries.movements(x[0], x[1])
            return [(a["sign"] > 0 ? moves.up : moves.down).wilderSum(a.period)]
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
