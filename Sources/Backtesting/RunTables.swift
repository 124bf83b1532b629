/// The tables behind charts and breakdowns of a run.
public struct RunTables: Codable, Sendable {
    /// The fraction below the earlier peak at each close, ≥ 0.
    public let underwater: [Double]
    /// The same of buying and holding.
    public let heldUnderwater: [Double]
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

/// A fall below an earlier peak.
public struct DrawdownRecord: Codable, Sendable, Hashable {
    /// The fraction lost from the peak.
    public let depth: Double
    /// The row of the peak; nil when it is the starting cash.
    public let peakRow: Int?
    /// The row of the lowest point.
    public let troughRow: Int
    /// The row at which the peak was reached again; nil while under water at the end.
    public let recoveryRow: Int?
    /// Bars from the peak to the recovery, or to the end.
    public let barCount: Int
    /// Calendar days from the peak to the recovery, or to the end.
    public let dayCount: Int
}

/// The return of a calendar month or year.
public struct PeriodReturn: Codable, Sendable, Hashable {
    /// The year of the session dates.
    public let year: Int
    /// The month, 1…12; nil for a whole year.
    public let month: Int?
    /// The strategy's return, as a fraction.
    public let value: Double
    /// That of buying and holding.
    public let held: Double
}

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

/// Closed trades that have something in common.
public struct TradeGroup: Codable, Sendable, Hashable {
    /// `side`, `year` or `reason`.
    public let kind: String
    /// What they share: `long`, `2019`, `stop`.
    public let key: String
    /// How many there are.
    public let count: Int
    /// Those with a net profit > 0, over all.
    public let winRate: Double
    /// The sum of the net profits, in money.
    public let profit: Double
    /// The mean return on the amount committed.
    public let meanReturn: Double
}
