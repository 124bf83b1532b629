/// The tables behind charts and breakdowns of a run.
public struct RunTables: Codable, Sendable {
    /// The fraction below the earlier peak at each close, ≥ 0.
    public let underwater: [Double]
    /// The same of buying and holding.
    public let heldUnderwater: [Double]
    /// What the starting cash would have become in the benchmark, NaN where that has no bar; nil
    /// where the benchmark is buying and holding.
    public let benchmark: [Double]?
    /// The deepest drawdowns, deepest first, at most ten.
    public let drawdowns: [DrawdownRecord]
    /// The return of each calendar month, in order; they compound to the total.
    public let months: [PeriodReturn]
    /// The return of each calendar year, in order; they compound to the total.
    public let years: [PeriodReturn]
    /// Ratios over a moving window.
    public let rolling: RollingColumns
    /// The simple return of each bar, the first from the starting cash.
    public let returns: [Double]
    /// The closed trades by side, year and exit reason.
    public let groups: [TradeGroup]
}
