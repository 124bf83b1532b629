/// What a metric speaks of; the groups stand in the order of the catalogue.
public enum MetricGroup: String, CaseIterable, Sendable, Codable {
    /// What the account has grown by, in all and by period.
    case growth
    /// How its returns vary, and what they pay for it.
    case risk
    /// How far and how long it lay below its peak.
    case drawdown
    /// How much it was in the market, and what that cost.
    case activity
    /// Its closed trades.
    case trades
    /// How it compares with its benchmark.
    case benchmark
    /// How far its Sharpe ratio can be trusted.
    case significance
}
