extension Definition {
    static let yangZhangVolatility = Definition(
        "yang-zhang-volatility", "YANG_ZHANG",
        """
        √(overnight variance + k · open-to-close variance + (1 − k) · Rogers–Satchell mean), k = \
        0.34 / (1.34 + (n + 1) / (n − 1)), variances over n − 1, per bar.
        """, [.period(20, least: 2)],
        [.open, .high, .low, .close], lookback: { $0.period }, magnitude: .output(plus: 1)
    ) { x, a in
        let period = DoubleDouble(a.period)
        let overnight = (x[0] / x[3].lag(1)).map(\.logarithm).variance(a.period, freedom: 1)
        let move = (x[3] / x[0]).map(\.logarithm)
        let (up, down) = ((x[1] / x[0]).map(\.logarithm), (x[2] / x[0]).map(\.logarithm))
        let satchell = (up * (up - move) + down * (down - move)).mean(a.period)
        let ratio = (period + 1) / (period - 1)
        let weight =
            DoubleDouble.decimal(34, places: 2) / (DoubleDouble.decimal(134, places: 2) + ratio)
        let variance = overnight + weight * move.variance(a.period, freedom: 1)
        return [(variance + (1 - weight) * satchell).squareRoot()]
    }
}
