extension Definition {
    /// 100 P / (P + N): the sums over n bars of typical price × volume where the typical price rose
    /// and where it fell. Typical prices that agree to 2⁻⁵⁰ are equal, as their decimals are: the
    /// bar counts to neither side. 0 without any flow.
    static let moneyFlowIndex = Definition(
        "money-flow-index", "MFI", [.period(14)], [.high, .low, .close, .volume],
        lookback: { $0.period }, magnitude: .constant(100)
    ) { x, a in
        let price = x[0] + x[1] + x[2]
        let flow = price * x[3]
        let change = ExactSeries.map(price, price.lag(1)) { now, before in
            let (move, size) = (now - before, max(now.magnitude, before.magnitude))
            return move.magnitude <= size * DoubleDouble(0x1p-50) ? .zero : move
        }
        let up = ExactSeries.map(change, flow) { $0 > 0 || !$0.isKnown ? $0 - $0 + $1 : $1 - $1 }
        let down = ExactSeries.map(change, flow) { $0 < 0 || !$0.isKnown ? $0 - $0 + $1 : $1 - $1 }
        let (gain, loss) = (up.sum(a.period), down.sum(a.period))
        return [(100 * gain).over(gain + loss, orElse: 0)]
    }
}
