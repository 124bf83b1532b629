/// One series that a promotion trades or reads, as it was when it was promoted.
public struct ManifestInstrument: Hashable, Sendable, Codable {
    /// The symbol.
    public let symbol: String
    /// The name of its calendar.
    public let calendar: String
    /// The currency of its prices; empty when the source names none.
    public let currency: String
    /// The SHA-256 digest of the stored series.
    public let seriesDigest: String
    /// The SHA-256 digest of its corporate actions.
    public let actionsDigest: String
    /// The start of the first bar: the origin of the evaluation, in microseconds since 1970.
    public let first: Int64
    /// The start of the last bar that the promotion is made from; later bars are live.
    public let last: Int64

    /// An instrument from its parts.
    public init(
        symbol: String, calendar: String, currency: String, seriesDigest: String,
        actionsDigest: String, first: Int64, last: Int64
    ) {
        (self.symbol, self.calendar, self.currency) = (symbol, calendar, currency)
        (self.seriesDigest, self.actionsDigest) = (seriesDigest, actionsDigest)
        (self.first, self.last) = (first, last)
    }
}
