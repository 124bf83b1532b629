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

/// What has been done to the prices of a series.
public enum PriceBasis: Hashable, Sendable, Codable {
    /// As traded.
    case raw
    /// Divided by every split up to an instant.
    case splits(asOf: Timestamp)
    /// Also multiplied by the factor of every dividend up to an instant.
    case total(asOf: Timestamp)
}

/// Which adjustment a run asks for: `--adjusted splits|none|total`.
public enum AdjustmentView: String, CaseIterable, Hashable, Sendable, Codable {
    /// Signals see split-adjusted prices; the ledger holds raw prices, splits and dividends.
    case splits
    /// The file's prices as they are; no action is applied or credited.
    case none
    /// Prices that include every dividend; the ledger credits none again.
    case total
}
