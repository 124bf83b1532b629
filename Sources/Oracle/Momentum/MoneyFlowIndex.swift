extension Definition {
    static let moneyFlowIndex = Definition(
        "money-flow-index", "MFI",
        """
        100 P / (P + N): the sums over n bars of typical price × volume where the typical price \
        rose and where it fell. Typical prices that agree to 2⁻⁴⁹ are equal, as their decimals \
        are: the bar counts to neither side. 0 without any flow.
        """, [.period(14)], [.high, .low, .close, .volume],
        lookback: { $0.period }, magnitude: .constant(100)
    ) { x, a in
        let flows = ExactSeries.flows(x).map { $0.sum(a.period) }
        return [(100 * flows[0]).over(flows[0] + flows[1], orElse: 0)]
    }
}

extension ExactSeries {
    /// The money that flowed where the typical price rose, and where it fell.
    static func flows(_ x: [ExactSeries]) -> [ExactSeries] {
        let price = x[0] + x[1] + x[2]
        let flow = price / 3 * x[3]
        let change = map(price, price.lag(1)) { now, before in
            let (move, size) = (now - before, max(now.magnitude, before.magnitude))
            return move.magnitude < size * DoubleDouble(0x1p-49) ? .zero : move
        }.known(with: flow).known(with: flow.lag(1))
        return [
            map(change, flow) { $0 > 0 || !$0.isKnown ? $0 - $0 + $1 : .zero },
            map(change, flow) { $0 < 0 || !$0.isKnown ? $0 - $0 + $1 : .zero },
        ]
    }
}
