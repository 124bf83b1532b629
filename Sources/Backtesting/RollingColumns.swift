/// Ratios over the bars of a moving window; NaN before it is full and where one is undefined.
public struct RollingColumns: Codable, Sendable {
    /// The bars of the window.
    public let barCount: Int
    /// The Sharpe ratio, annualised.
    public let sharpe: [Double]
    /// The volatility, annualised.
    public let volatility: [Double]
    /// The slope on the benchmark's returns.
    public let beta: [Double]
}
