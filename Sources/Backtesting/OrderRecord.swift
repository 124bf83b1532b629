import MarketData

/// An order: when it was decided, and what became of it.
public struct OrderRecord: Codable, Sendable, Hashable {
    /// The row of the bar that decided it, within `BarColumns`; for a stop or a target the row of
    /// the fill.
    public internal(set) var row: Int
    /// The start of that bar.
    public let time: Timestamp
    /// `buy` or `sell`.
    public let side: String
    /// `entry`, `signal`, `reversal`, `stop`, `target`, `split` or `ruin`.
    public let purpose: String
    /// `filled`, `rejected`, `cancelled` or `open`.
    public let status: String
    /// Why it came to nothing; nil when it was filled or is open.
    public let reason: String?
    /// The row of the fill; nil without one.
    public internal(set) var fillRow: Int?
    /// The start of the bar of the fill.
    public let fillTime: Timestamp?
    /// Units, always positive; nil where no quantity was found.
    public let quantity: Double?
    /// The fill price, slippage included.
    public let price: Double?
    /// The commission of the fill, in money.
    public let fee: Double?
    /// The instrument, in an account for several; nil where the run has one.
    public internal(set) var symbol: String?
}
