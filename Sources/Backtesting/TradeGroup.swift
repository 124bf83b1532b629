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
