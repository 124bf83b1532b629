/// How much of the time an account was in the market.
public struct Exposure: Hashable, Sendable {
    /// The bars with a position at their close.
    public let investedCount: Int
    /// All bars.
    public let count: Int

    /// The exposure of an account that did or did not hold a position at each close.
    public init(isInvested: [Bool]) {
        (investedCount, count) = (isInvested.count { $0 }, isInvested.count)
    }

    /// Bars with a position over all bars; nil without a bar.
    public var fraction: Double? { count > 0 ? Double(investedCount) / Double(count) : nil }
}
