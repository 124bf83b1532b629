extension Definition {
    /// The mean of as many bars as the second input says, at least `minimum` and at most `maximum`.
    static let variablePeriodMovingAverage = Definition(
        "variable-period-moving-average", "MAVP",
        [.count("minimum", 2), .count("maximum", 30)], [.close, .periods],
        lookback: { $0.count("maximum") - 1 },
        magnitude: .window { $0.count("maximum") }
    ) { x, a in
        let (least, most) = (a.count("minimum"), a.count("maximum"))
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
