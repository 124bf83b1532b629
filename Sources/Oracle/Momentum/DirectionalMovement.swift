extension Definition {
    static let directionalMovement = Definition(
        "directional-movement", "DMI",
        """
        Wilder's system of P, M and T, his sums of movement up and down and of the true range: \
        +DI = 100 P / T and −DI = 100 M / T, 0 where T = 0; DX = 100 |P − M| / (P + M), where P \
        + M = 0 the value before, 0 before the first; ADX, Wilder's average of DX.
        """, [.period(14)], [.high, .low, .close],
        outputs: ["adx", "plusDI", "minusDI", "dx"],
        lookbacks: { [2 * $0.period - 1, $0.period, $0.period, $0.period] },
        magnitude: .constant(100)
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            let sums = ExactSeries.directionalSums(x, a.period)
            let index = ExactSeries.directionalIndex(x, a.period)
            return [
                index.wilder(a.period), (100 * sums.up).over(sums.range, orElse: 0),
                (100 * sums.down).over(sums.range, orElse: 0), index,
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
