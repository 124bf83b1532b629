extension Definition {
    static let standardDeviation = Definition(
        "standard-deviation", "STDDEV deviation",
        """
        The square root of the mean squared distance from the mean of n bars, times \
        `deviations`.
        """, [.period(5), .real("deviations", 1)],
        lookback: { $0.period - 1 }, magnitude: .spread
    ) { x, a in [a["deviations"] * x[0].variance(a.period).squareRoot()] }
}

extension Magnitude {
    /// The largest distance between two values of the window.
    static let spread = Magnitude("the spread of the window") { x, a, _ in
        (x[0].highest(a.period) - x[0].lowest(a.period)).values.map(\.high)
    }
}
