extension Definition {
    static let directionalMovement = Definition(
        "directional-movement", "DMI",
        """
        Wilder's system of P, M and T, his sums of movement up and down and of the true range: \
        +DI = 100 P / T and −DI = 100 M / T, 0 where T = 0; DX = 100 |P − M| / (P + M), where P \
        + M = 0 the value before, 0 before the first; ADX, Wilder's average of DX. A bar without \
        movement leaves DX as it was, one without a true range +DI and −DI too.
        """, [.period(14)], [.high, .low, .close],
        outputs: ["adx", "plusDI", "minusDI", "dx"],
        lookbacks: { [2 * $0.period - 1, $0.period, $0.period, $0.period] },
        magnitude: .constant(100)
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            let sums = ExactSeries.directionalSums(x, a.period)
            let index = ExactSeries.directionalIndex(x, a.period)
            let shares = [sums.up, sums.down].map { sum in
                let share = (100 * sum).over(sums.range, orElse: 0)
                return a.period > 1 ? share.unchanged(where: ExactSeries.path(x)) : share
            }
            return [index.wilder(a.period), shares[0], shares[1], index]
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

    /// Both movements and the true range of each bar, added up: 0 where nothing happened.
    static func path(_ x: [ExactSeries]) -> ExactSeries {
        let moves = movements(x[0], x[1])
        return moves.up + moves.down + trueRange(x[0], x[1], x[2])
    }

    /// 100 |P − M| / (P + M); where P + M = 0, the value before, 0 before the first. A bar without
    /// movement leaves it as it was.
    static func directionalIndex(_ x: [ExactSeries], _ period: Int) -> ExactSeries {
        let (sums, moves) = (directionalSums(x, period), movements(x[0], x[1]))
        let index = (100 * (sums.up - sums.down).magnitude).over(sums.up + sums.down, orElse: 0)
        return index.unchanged(where: moves.up + moves.down)
    }
}
