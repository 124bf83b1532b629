import MarketData

/// What the signals say at the close of one bar: all that a trading session knows of a strategy.
public struct Decision: Hashable, Sendable {
    /// The conditions that are known and true.
    public struct Wishes: OptionSet, Hashable, Sendable {
        /// One bit a wish.
        public let rawValue: UInt8
        /// Wishes from their bits.
        @inlinable
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Enter long.
        public static let enterLong = Wishes(rawValue: 1)
        /// Leave a long position.
        public static let exitLong = Wishes(rawValue: 2)
        /// Enter short.
        public static let enterShort = Wishes(rawValue: 4)
        /// Leave a short position.
        public static let exitShort = Wishes(rawValue: 8)
        /// No wish, but a mark: the bar is the first of its session.
        public static let sessionStart = Wishes(rawValue: 16)
        /// Bring what is held to the weight.
        public static let rebalance = Wishes(rawValue: 32)
    }

    /// The conditions that are known and true.
    public let wishes: Wishes
    /// The stop's distance or price, as the rules say; NaN while unknown or without one.
    public let stop: Double
    /// The target's distance or price, as the rules say; NaN while unknown or without one.
    public let target: Double
    /// The share of the equity that an entry takes, or to which what is held is brought; NaN while
    /// unknown or where the rules say it.
    public let weight: Double
    /// What decides between entries where an account has no room for all: the greater first; NaN
    /// while unknown or without one.
    public let rank: Double
    /// The instant at which the bar closed.
    public let decidedAt: Timestamp

    /// A decision from its parts.
    @inlinable
    public init(
        _ wishes: Wishes, stop: Double = .nan, target: Double = .nan, weight: Double = .nan,
        rank: Double = .nan, decidedAt: Timestamp
    ) {
        (self.wishes, self.stop, self.target, self.weight) = (wishes, stop, target, weight)
        (self.rank, self.decidedAt) = (rank, decidedAt)
    }
}
