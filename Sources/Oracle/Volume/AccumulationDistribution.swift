extension Definition {
    static let accumulationDistribution = Definition(
        "accumulation-distribution", "AD",
        """
        Σ v ((c − l) − (h − c)) / (h − l); a bar without range adds nothing.
        """, [], [.high, .low, .close, .volume],
        lookback: { _ in 0 }, magnitude: .sum(of: 3)
    ) { x, _ in
        ExactSeries.skippingUnknown(x) { [ExactSeries.moneyFlow($0).runningSum] }
    }
}

extension ExactSeries {
    /// v ((c − l) − (h − c)) / (h − l); 0 without a range.
    static func moneyFlow(_ x: [ExactSeries]) -> ExactSeries {
        let place = ((x[2] - x[1]) - (x[0] - x[2])).over(x[0] - x[1], orElse: 0)
        return place * x[3]
    }
}
