import MarketData

/// Everything that the metrics of a run are computed from.
public struct MeasuredAccount: Sendable {
    /// The equity at each close.
    public var equity: [Double]
    /// The equity before the first bar.
    public var startingCash: Double
    /// The start of each bar.
    public var times: [Timestamp]
    /// The session date of each bar.
    public var dates: [CivilDate]
    /// The length of a bar.
    public var interval: Interval
    /// The bars of a usual year.
    public var periodsPerYear: Double
    /// True at each bar at whose close something was held.
    public var isInvested: [Bool]
    /// The closed round trips.
    public var trades: [MeasuredTrade] = []
    /// The positions that are still held.
    public var openTradeCount = 0
    /// Commission paid, in money.
    public var fees = 0.0
    /// The amount of all fills, bought and sold, in money.
    public var tradedAmount = 0.0
    /// What the account is compared with; nil without one.
    public var benchmark: BenchmarkLevels?
    /// The risk-free rate a year, as a fraction.
    public var riskFree = 0.0

    /// An account that was measured at each bar; the rest is set afterwards.
    ///
    /// - Parameters:
    ///   - equity: the equity at each close; at least one.
    ///   - startingCash: the equity before the first bar, > 0.
    ///   - times: the start of each bar.
    ///   - dates: the session date of each bar; nil takes the UTC dates of `times`.
    ///   - interval: the length of a bar.
    ///   - periodsPerYear: the bars of a usual year.
    ///   - isInvested: true at each bar at whose close something was held.
    public init(
        equity: [Double], startingCash: Double, times: [Timestamp], dates: [CivilDate]? = nil,
        interval: Interval = .day, periodsPerYear: Double = 252, isInvested: [Bool] = []
    ) {
        precondition(startingCash > 0, "starting cash must be > 0, was \(startingCash)")
        precondition(!equity.isEmpty, "an account without a bar has no metrics")
        precondition(
            equity.count == times.count, "\(equity.count) bars, but \(times.count) times")
        (self.equity, self.startingCash, self.times) = (equity, startingCash, times)
        self.dates = dates ?? times.map { CivilDate($0) }
        (self.interval, self.periodsPerYear) = (interval, periodsPerYear)
        self.isInvested = isInvested
    }
}
