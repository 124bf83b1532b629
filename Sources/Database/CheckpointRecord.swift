/// How far a promotion has decided on an instrument.
public struct CheckpointRecord: Hashable, Sendable {
    /// The id of the promotion.
    public let promotion: String
    /// The symbol.
    public let symbol: String
    /// The length of a bar in microseconds.
    public let interval: Int64
    /// The start of the last bar decided, in microseconds since 1970.
    public let barTime: Int64
    /// Its close.
    public let decidedAt: Int64
    /// The fingerprint of the plan.
    public let plan: String
    /// The version of the engine.
    public let engine: String
    /// The first bar of the evaluation, in microseconds since 1970.
    public let origin: Int64
    /// The side after the decision.
    public let stance: String
    /// The units held; negative when owed.
    public let quantity: Double
    /// The price of the entry; nil when flat.
    public let entryPrice: Double?
    /// The paper account's equity.
    public let equity: Double
    /// Its cash.
    public let cash: Double
    /// Its closed round trips.
    public let tradeCount: Int64

    /// A record from its parts.
    public init(
        promotion: String, symbol: String, interval: Int64, barTime: Int64, decidedAt: Int64,
        plan: String, engine: String, origin: Int64, stance: String, quantity: Double,
        entryPrice: Double?, equity: Double, cash: Double, tradeCount: Int64
    ) {
        (self.promotion, self.symbol, self.interval) = (promotion, symbol, interval)
        (self.barTime, self.decidedAt, self.plan) = (barTime, decidedAt, plan)
        (self.engine, self.origin, self.stance) = (engine, origin, stance)
        (self.quantity, self.entryPrice, self.equity) = (quantity, entryPrice, equity)
        (self.cash, self.tradeCount) = (cash, tradeCount)
    }
}
