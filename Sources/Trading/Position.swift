import MarketData

/// What is held, and since when.
public struct Position: Hashable, Sendable {
    /// Units held; negative when owed.
    public internal(set) var quantity: Double
    /// The fill price of the entry, slippage included, on the present share basis.
    public internal(set) var entryPrice: Double
    /// The amount traded at the entry, in money, ≥ 0.
    public let entryAmount: Double
    /// The commission of the entry.
    public internal(set) var entryFee: Double
    /// The row of the bar that opened it.
    public let entryRow: Int
    /// The start of that bar.
    public let openedAt: Timestamp
    /// The price at which it is given up; NaN without one.
    public internal(set) var stopPrice: Double
    /// The price at which it is taken home; NaN without one.
    public internal(set) var targetPrice: Double
    /// Dividends received less dividends paid, and cash in lieu of fractions.
    public internal(set) var distributions = 0.0

    /// +1 long, −1 short.
    public var direction: Double { quantity < 0 ? -1 : 1 }

    /// The profit so far if it were marked at `price`, less the entry's fee.
    public func unrealizedProfit(at price: Double) -> Double {
        quantity * price - direction * entryAmount + distributions - entryFee
    }
}
