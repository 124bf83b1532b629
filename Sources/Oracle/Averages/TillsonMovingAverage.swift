extension Definition {
    static let tillsonMovingAverage = Definition(
        "tillson-moving-average", "T3",
        """
        Six exponential averages in a row, e₁ … e₆: c₁ e₆ + c₂ e₅ + c₃ e₄ + c₄ e₃ with c₁ = −v³, \
        c₂ = 3 (v² + v³), c₃ = −6 v² − 3 (v + v³), c₄ = 1 + 3 v + v³ + 3 v².
        """, [.period(5), .real("volumeFactor", 0.7, 0...1)],
        lookback: { 6 * ($0.period - 1) }, magnitude: .soFar.times(27)
    ) { x, a in [x[0].tillson(a.period, factor: a["volumeFactor"])] }
}

extension ExactSeries {
    func tillson(_ period: Int, factor: DoubleDouble) -> ExactSeries {
        var averages = [self]
        for _ in 0..<6 { averages.append(averages[averages.count - 1].exponential(period)) }
        let square = factor * factor
        let cube = square * factor
        let third = -6 * square - 3 * (factor + cube)
        let fourth = 1 + 3 * factor + cube + 3 * square
        let last = -cube * averages[6] + 3 * (square + cube) * averages[5]
        return last + third * averages[4] + fourth * averages[3]
    }
}
