import MarketData

/// A closed round trip, flat to flat.
public struct Trade: Hashable, Sendable {
    /// Why a position was left.
    public enum Reason: String, Hashable, Sendable, Codable {
        /// The exit condition.
        case signal
        /// An entry of the other side.
        case reversal
        /// The stop.
        case stop
        /// The target.
        case target
        /// It was held for as many bars as the limits allow.
        case time
        /// The session lost more than the limits allow.
        case dailyLoss = "daily-loss"
        /// A split left less than one whole unit, which was paid in cash.
        case split
        /// Its weight became nothing, or changed its sign.
        case rebalance
        /// Its instrument had no further bar, and it was paid out.
        case delisting
        /// The account was worth nothing.
        case ruin
    }

    /// What was held, on the share basis of the exit.
    public let position: Position
    /// The mean fill price of the exits, slippage included.
    public let exitPrice: Double
    /// The row of the bar that closed it.
    public let exitRow: Int
    /// The start of that bar.
    public let closedAt: Timestamp
    /// The commission of the exits.
    public let exitFee: Double
    /// Why it was left.
    public let reason: Reason
    /// What it earned net of both sides' costs, distributions included.
    public let profit: Double

    /// The same trade without a part of its exit's fee, which another part of the order pays.
    func relieved(of fee: Double) -> Trade {
        Trade(
            position: position, exitPrice: exitPrice, exitRow: exitRow, closedAt: closedAt,
            exitFee: exitFee - fee, reason: reason, profit: profit + fee)
    }
}
