/// The paper account of a promotion at its last bar of a session.
public struct EquityRecord: Hashable, Sendable {
    /// The id of the promotion.
    public let promotion: String
    /// The symbol.
    public let symbol: String
    /// The session's date, `YYYY-MM-DD`.
    public let session: String
    /// The start of the last bar, in microseconds since 1970.
    public let barTime: Int64
    /// The equity at its close.
    public let equity: Double
    /// The units held; negative when owed.
    public let quantity: Double
    /// The digest of the bars that were decided in the session.
    public let barDigest: String

    /// A record from its parts.
    public init(
        promotion: String, symbol: String, session: String, barTime: Int64, equity: Double,
        quantity: Double, barDigest: String
    ) {
        (self.promotion, self.symbol, self.session) = (promotion, symbol, session)
        (self.barTime, self.equity, self.quantity) = (barTime, equity, quantity)
        self.barDigest = barDigest
    }
}
