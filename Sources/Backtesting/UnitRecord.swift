import MarketData

/// What is held of one instrument of a shared account from a bar's close on.
public struct UnitRecord: Codable, Sendable, Hashable {
    /// The start of the bar.
    public let time: Timestamp
    /// The instrument.
    public let symbol: String
    /// The signed units, on the share basis of the bar.
    public let quantity: Double
}
