extension Definition {
    static let variablePeriodMovingAverage = Definition(
        "variable-average", "MAVP",
        """
        The mean of as many bars as the second input says, at least `least` and at most `most`.
        """,
        [.count("least", 2), .count("most", 30)], [.close, .period],
        lookback: { $0.count("most") - 1 },
        magnitude: .window { $0.count("most") }
    ) { x, a in
        let (least, most) = (a.count("least"), a.count("most"))
        let whole = x[0].sum(most)
        return [
            ExactSeries(
                (0..<x[0].count).map { bar in
                    guard whole[bar].isKnown, x[1][bar].isKnown else { return .unknown }
                    let length = min(max(Int(x[1][bar].high), least), most)
                    let sum = x[0].values[bar - length + 1...bar].reduce(.zero, +)
                    return sum / DoubleDouble(length)
                })
        ]
    }
}
