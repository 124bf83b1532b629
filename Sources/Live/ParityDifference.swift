/// The first point at which a recorded session differs from the backtest over the same bars.
public struct ParityDifference: Hashable, Sendable, CustomStringConvertible {
    /// Where the two part.
    public enum Kind: String, Hashable, Sendable {
        /// The bars are not those that were decided.
        case input
        /// A node has another value.
        case node
        /// The decision is another.
        case decision
        /// The account stands elsewhere, though every decision is the same.
        case order
    }

    /// True where the promotion does something else than what was promised. Bars that changed
    /// after they were decided are the feed's doing: that is told, and demotes nothing.
    public var demotes: Bool { kind != .input }

    /// The id of the promotion.
    public let promotion: String
    /// The symbol.
    public let symbol: String
    /// Where the two part.
    public let kind: Kind
    /// Both values.
    public let text: String

    /// What differs, in one line.
    public var description: String { "\(promotion) \(symbol): \(kind.rawValue): \(text)" }
}
