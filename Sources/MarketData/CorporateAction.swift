/// What a company did to its shares, effective before the open of its ex-date.
public struct CorporateAction: Hashable, Sendable, Codable {
    /// The kind of action with its value.
    public enum Kind: Hashable, Sendable, Codable {
        /// `new` shares for every `old` ones: 7 for 1, 1 for 20. Exact integers, never a decimal.
        case split(new: Int, old: Int)
        /// Cash for each share held at the close before, in the share basis of the ex-date.
        case dividend(amount: Double)
    }

    /// The first session at whose open the action is in effect: midnight UTC of its date.
    public let exDate: Timestamp
    /// The kind of action with its value.
    public let kind: Kind

    /// An action from its parts.
    public init(exDate: Timestamp, kind: Kind) {
        (self.exDate, self.kind) = (exDate, kind)
    }
}
