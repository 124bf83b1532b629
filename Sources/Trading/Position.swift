import MarketData

/// What is held, and since when.
public struct Position: Hashable, Sendable {
    /// Units held; negative when owed. In a trade, all that were.
    public internal(set) var quantity: Double
    /// The mean fill price of the entries, slippage included, on the present share basis.
    public internal(set) var entryPrice: Double
    /// The amount traded at the entries, in money, ≥ 0.
    public internal(set) var entryAmount: Double
    /// The commission of the entries.
    public internal(set) var entryFee: Double
    /// The row of the bar that opened it.
    public let entryRow: Int
    /// The start of that bar.
    public let openedAt: Timestamp
    /// The price at which it is given up; NaN without one.
    public internal(set) var stopPrice: Double
    /// The price of the stop when the first entry was filled; NaN without one.
    public internal(set) var firstStopPrice: Double
    /// The price at which it is taken home; NaN without one.
    public internal(set) var targetPrice: Double
    /// Dividends received less dividends paid, and cash in lieu of fractions.
    public internal(set) var distributions = 0.0

    /// The best price since the entry, for a stop that follows it.
    var bestPrice: Double
    /// How far a stop that follows lies behind that price; NaN where a fraction or each close says.
    var stopDistance: Double
    /// The distance between the first entry and its stop; NaN without one.
    var riskDistance: Double
    /// What has left already, by what is taken home on the way.
    var released = Released()
    /// The further entries.
    var growth: Growth

    /// What has left a position.
    struct Released: Hashable, Sendable {
        /// Units, always positive.
        var quantity = 0.0
        /// What they were sold or bought back for.
        var amount = 0.0
        /// The commission of that.
        var fee = 0.0
        /// How many of the limits' parts have left.
        var count = 0
    }

    /// How a position has grown.
    struct Growth: Hashable, Sendable {
        /// The units of each entry, always positive.
        var quantity: Double
        /// The entries.
        var count = 1
        /// The fill price of the last one.
        var price: Double
    }

    /// The commission of what has left on the way.
    public var exitFee: Double { released.fee }

    /// The units that were held in all, signed.
    var wholeQuantity: Double { quantity + direction * released.quantity }

    /// +1 long, −1 short.
    public var direction: Double { quantity < 0 ? -1 : 1 }

    /// The profit so far if it were marked at `price`, less the fees paid.
    public func unrealizedProfit(at price: Double) -> Double {
        let money = quantity * price - direction * (entryAmount - released.amount)
        return money + distributions - entryFee - released.fee
    }
}
