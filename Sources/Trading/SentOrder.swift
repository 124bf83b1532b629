import MarketData

/// An order that was sent, and what became of it.
public struct SentOrder: Hashable, Sendable {
    /// What an order is for.
    public enum Purpose: String, Hashable, Sendable, Codable {
        /// Opens a position.
        case entry
        /// Leaves it, because the exit condition says so.
        case signal
        /// Leaves it and opens one of the other side.
        case reversal
        /// Gives it up at the stop.
        case stop
        /// Takes it home at the target.
        case target
        /// Leaves it after as many bars as the limits allow.
        case time
        /// Leaves it because the session lost more than the limits allow.
        case dailyLoss = "daily-loss"
        /// Adds to it.
        case scaleIn = "scale-in"
        /// Takes a part of it home.
        case scaleOut = "scale-out"
        /// Brings it to a weight.
        case rebalance
        /// Pays it out, as its instrument has no further bar.
        case delisting
        /// Pays out what a split left of it.
        case split
        /// Closes it because the account is worth nothing.
        case ruin
    }

    /// What became of an order.
    public enum Outcome: Hashable, Sendable {
        /// It still waits for a bar.
        case open
        /// It was filled.
        case filled(Fill)
        /// It was refused.
        case rejected(Rejection.Reason)
        /// It was taken back.
        case cancelled(Cancellation)
    }

    /// Why an order was taken back.
    public enum Cancellation: String, Hashable, Sendable {
        /// An exit of its side was decided while it waited.
        case exit = "an exit was decided before it could fill"
        /// A later decision sent another order.
        case replaced = "a later order took its place"
        /// The stop or the target was faster.
        case closed = "the position was closed before it could fill"
        /// A split left less than one unit of it.
        case split = "a split left less than one unit of it"
        /// No further bar came.
        case ended = "its instrument has no further bar"
        /// The account ended.
        case ruin = "the account was worth nothing"
    }

    /// The trade that an order led to.
    public struct Fill: Hashable, Sendable {
        /// The row of the bar.
        public let row: Int
        /// The start of that bar.
        public let time: Timestamp
        /// Units, always positive.
        public let quantity: Double
        /// The price, slippage included.
        public let price: Double
        /// The commission.
        public let fee: Double
    }

    /// The row of the bar that decided it; of a stop, a target, a split or ruin that of the fill.
    public let row: Int
    /// The start of that bar.
    public let time: Timestamp
    /// True for a purchase.
    public let isBuy: Bool
    /// What it is for.
    public let purpose: Purpose
    /// What became of it.
    public internal(set) var outcome: Outcome
}
