/// What the profits of closed trades amount to; nil is undefined.
public struct TradeStatistics: Hashable, Sendable {
    /// The closed trades.
    public let count: Int
    /// Trades with a profit > 0 over all; nil without a trade.
    public let winRate: Double?
    /// The sum of the profits > 0 over that of the losses; nil without a losing trade.
    public let profitFactor: Double?
    /// The mean profit, in money; nil without a trade.
    public let expectancy: Double?

    /// The statistics of net profits, in money.
    public init(profits: [Double]) {
        count = profits.count
        let gains = profits.filter { $0 > 0 }.compensatedSum()
        let losses = -profits.filter { $0 < 0 }.compensatedSum()
        profitFactor = losses > 0 ? gains / losses : nil
        if profits.isEmpty {
            (winRate, expectancy) = (nil, nil)
        } else {
            winRate = Double(profits.count { $0 > 0 }) / Double(profits.count)
            expectancy = profits.compensatedSum() / Double(profits.count)
        }
    }
}
