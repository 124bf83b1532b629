/// The figures of one instrument that stand in the run history.
public struct RunHeadline: Codable, Sendable, Hashable {
    /// The instrument's symbol.
    public let symbol: String
    /// Last equity over the starting cash, less one.
    public let totalReturn: Double
    /// Growth a calendar year.
    public let cagr: Double?
    /// Mean over deviation, annualised.
    public let sharpe: Double?
    /// The greatest fraction below an earlier peak.
    public let maxDrawdown: Double
    /// Closed round trips.
    public let tradeCount: Int
    /// The total return of buying and holding.
    public let buyAndHold: Double
    /// Whose formulas the figures follow; nil in a row of an older program.
    public let convention: String?

    /// The figures of a result.
    public init(_ result: RunResult) {
        let metrics = result.metrics
        (symbol, convention) = (result.symbol, metrics.convention)
        (totalReturn, cagr, sharpe) = (metrics.totalReturn, metrics.cagr, metrics.sharpe)
        (maxDrawdown, tradeCount) = (metrics.maxDrawdown, metrics.tradeCount)
        buyAndHold = result.buyAndHoldMetrics.totalReturn
    }
}
