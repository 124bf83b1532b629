extension Definition {
    /// 100 times Wilder's sum of upward movement (downward where `sign` is −1) over that of the
    /// true range; 0 where nothing moved.
    static let directionalIndicator = Definition(
        "directional-indicator", "PLUS_DI", [.period(14), .count("sign", 1, -1...1)],
        [.high, .low, .close], lookback: { $0.period }, magnitude: .constant(100)
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            let sums = ExactSeries.directionalSums(x, a.period)
            return [
                (100 * (a["sign"] > 0 ? sums.up : sums.down)).over(sums.range, orElse: 0)
            ]
        }
    }
}

extension ExactSeries {
    /// Wilder's sums of both movements and of the true range, from bar `period` on.
    static func directionalSums(
        _ x: [ExactSeries], _ period: Int
    ) -> (up: ExactSeries, down: ExactSeries, range: ExactSeries) {
        let moves = movements(x[0], x[1])
        let clock = x[0].lag(period)
        return (
            moves.up.wilderSum(period).known(with: clock),
            moves.down.wilderSum(period).known(with: clock),
            trueRange(x[0], x[1], x[2]).wilderSum(period).known(with: clock)
        )
    }

    /// 100 |P − M| / (P + M); where P + M = 0, the value before, 0 before the first.
    static func directionalIndex(_ x: [ExactSeries], _ period: Int) -> ExactSeries {
        let sums = directionalSums(x, period)
        var last = DoubleDouble.zero
        return map(sums.up, sums.down) { up, down in
            let total = up + down
            guard total.isKnown else { return .unknown }
            if total.high != 0 { last = 100 * (up - down).magnitude / total }
            return last
        }
    }
}
