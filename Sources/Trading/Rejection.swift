import MarketData

/// An order that was not placed or not filled.
public struct Rejection: Hashable, Sendable {
    /// Why.
    public enum Reason: Hashable, Sendable {
        /// The quantity is beyond the cash, or less than one lot.
        case unaffordable(needed: Double, available: Double, quantity: Double)
        /// The stop, the target or the size was unknown when the entry was decided.
        case unknownLevel
        /// The fill lies beyond the entry's own stop or target.
        case beyondOwnLevel(fill: Double, level: Double)
        /// The price is not positive.
        case unpriced(Double)
        /// Long and short entry at once.
        case conflict
        /// The account holds as many instruments as it may, or goes to entries of a higher rank.
        case noSlot(limit: Int)
    }

    /// The row of the bar.
    public let row: Int
    /// The start of the bar.
    public let time: Timestamp
    /// Why.
    public let reason: Reason
}

extension Rejection.Reason: CustomStringConvertible {
    /// The kind of reason, for counting.
    public var kind: String {
        switch self {
        case .unaffordable: "unaffordable"
        case .unknownLevel: "unknown-level"
        case .beyondOwnLevel: "beyond-own-level"
        case .unpriced: "unpriced"
        case .conflict: "conflict"
        case .noSlot: "no-slot"
        }
    }

    /// A number without the decimals that it does not have: a millionth is enough.
    private static func plain(_ value: Double) -> String {
        guard value.magnitude < 1e9 else { return "\(value)" }
        let short = (value * 1e6).rounded() / 1e6
        return short == short.rounded() ? "\(Int(short))" : "\(short)"
    }

    /// What was needed and what was there.
    public var description: String {
        switch self {
        case .unaffordable(let needed, let available, let quantity):
            "\(Self.plain(quantity)) units: \(Self.plain(needed)) needed, "
                + "\(Self.plain(available)) available"
        case .unknownLevel: "the stop, target or size was unknown at the decision"
        case .beyondOwnLevel(let fill, let level):
            "the fill at \(Self.plain(fill)) lies beyond the order's own level \(Self.plain(level))"
        case .unpriced(let price): "the price \(price) is not positive"
        case .conflict: "long and short entry at once"
        case .noSlot(let limit):
            "no room: the account holds \(limit) instrument\(limit == 1 ? "" : "s") at most"
        }
    }
}
