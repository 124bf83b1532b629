/// A stored signal: one change of target at one decision.
public struct SignalRecord: Hashable, Sendable {
    /// The promotion, symbol, interval, decision time and revision: no two signals share it.
    public var key: String { "\(promotion)/\(symbol)/\(interval)/\(decidedAt)/\(revision)" }

    /// The id of the promotion.
    public let promotion: String
    /// The symbol.
    public let symbol: String
    /// The length of a bar in microseconds.
    public let interval: Int64
    /// The close of the bar that decided, in microseconds since 1970.
    public let decidedAt: Int64
    /// 0 at first; each correction that changes the decision counts one more.
    public let revision: Int64
    /// The start of the bar, in microseconds since 1970.
    public let barTime: Int64
    /// The side before: `flat`, `long` or `short`; empty where a decision was taken back.
    public let from: String
    /// The side after; empty where a decision was taken back.
    public let to: String
    /// Why; `withdrawn` where a correction took the decision back.
    public let reason: String
    /// The stop's value at the decision; nil while unknown or without one.
    public let stop: Double?
    /// The target's value at the decision.
    public let target: Double?
    /// The close of the bar; nil where it has none.
    public let price: Double?
    /// The top nodes at the decision, as JSON.
    public let values: String
    /// True when it was decided later than one bar after its close.
    public let isLate: Bool
    /// When it was written, in microseconds since 1970.
    public let written: Int64

    /// A record from its parts.
    public init(
        promotion: String, symbol: String, interval: Int64, decidedAt: Int64, revision: Int64,
        barTime: Int64, from: String, to: String, reason: String, stop: Double?, target: Double?,
        price: Double?, values: String, isLate: Bool, written: Int64
    ) {
        (self.promotion, self.symbol, self.interval) = (promotion, symbol, interval)
        (self.decidedAt, self.revision, self.barTime) = (decidedAt, revision, barTime)
        (self.from, self.to, self.reason) = (from, to, reason)
        (self.stop, self.target, self.price) = (stop, target, price)
        (self.values, self.isLate, self.written) = (values, isLate, written)
    }

    /// True when both say the same, whatever their revision and time of writing. The price is of
    /// what is said, the values of the nodes behind it are not: they stay those of the decision as
    /// it was told.
    public func says(sameAs other: SignalRecord) -> Bool {
        from == other.from && to == other.to && reason == other.reason && stop == other.stop
            && target == other.target && price == other.price
            && isWithdrawn == other.isWithdrawn
    }

    /// True when a correction took the decision back.
    public var isWithdrawn: Bool { reason == Self.withdrawn }

    /// The reason of a signal that was taken back.
    public static let withdrawn = "withdrawn"
}
