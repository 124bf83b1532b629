/// Everything that one import changes in the catalogue, in one transaction.
public struct SeriesImport: Hashable, Sendable {
    /// The symbol of the instrument.
    public let symbol: String
    /// The currency of its prices; empty when the source names none.
    public let currency: String
    /// The name of its calendar.
    public let calendar: String
    /// The published file.
    public let file: SeriesFileRecord
    /// The series that points at it.
    public let series: SeriesRecord
    /// The corporate actions, which replace those that were there.
    public let actions: [ActionRecord]
    /// The findings, which replace those that were there.
    public let findings: [FindingRecord]

    /// An import from its parts.
    public init(
        symbol: String, currency: String, calendar: String, file: SeriesFileRecord,
        series: SeriesRecord, actions: [ActionRecord], findings: [FindingRecord]
    ) {
        (self.symbol, self.currency, self.calendar) = (symbol, currency, calendar)
        (self.file, self.series) = (file, series)
        (self.actions, self.findings) = (actions, findings)
    }
}
