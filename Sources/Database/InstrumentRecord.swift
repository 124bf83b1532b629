/// A tradable thing, under an id that never changes.
public struct InstrumentRecord: Hashable, Sendable, Identifiable {
    /// The permanent id.
    public let id: Int64
    /// The text that names it.
    public let symbol: String
    /// The currency of its prices; empty when the source names none.
    public let currency: String
    /// The name of its calendar.
    public let calendar: String

    /// A record from its parts.
    public init(id: Int64, symbol: String, currency: String, calendar: String) {
        (self.id, self.symbol, self.currency, self.calendar) = (id, symbol, currency, calendar)
    }
}
