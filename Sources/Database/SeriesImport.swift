/// Everything that one import changes in the catalogue, in one transaction.
public struct SeriesImport: Hashable, Sendable {
    /// The symbol of the instrument.
    public let symbol: String
    /// The currency of its prices; empty when the source names none.
    public let currency: String
    /// The name of its calendar.
    public let calendar: String
    /// The names of every calendar that the program knows; under another one nothing can be read,
    /// so that it may be replaced.
    public let calendars: [String]
    /// The published file.
    public let file: SeriesFileRecord
    /// The series that points at it.
    public let series: SeriesRecord
    /// The corporate actions, which replace those that were there.
    public let actions: [ActionRecord]
    /// The findings, which replace those that were there.
    public let findings: [FindingRecord]
    /// The starts of the bars that a person put in the place of others, in microseconds since 1970.
    public var stated: [Int64] = []
    /// True when nothing that was stored before stays, nor what was stated of it.
    public var isAlone = false

    /// An import from its parts.
    public init(
        symbol: String, currency: String, calendar: String, calendars: [String],
        file: SeriesFileRecord, series: SeriesRecord, actions: [ActionRecord],
        findings: [FindingRecord]
    ) {
        (self.symbol, self.currency, self.calendar) = (symbol, currency, calendar)
        self.calendars = calendars
        (self.file, self.series) = (file, series)
        (self.actions, self.findings) = (actions, findings)
    }
}
