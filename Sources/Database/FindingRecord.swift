/// What an import noticed: a row, an action, or something about the series as a whole.
public struct FindingRecord: Hashable, Sendable {
    /// The symbol of the instrument.
    public let symbol: String
    /// The length of a bar of the series in microseconds; 0 when an older program wrote it.
    public let interval: Int64
    /// The name of the kind, which never changes, such as `duplicate`.
    public let kind: String
    /// The bar or the ex-date, in microseconds since 1970; nil when none is meant.
    public let date: Int64?
    /// The name of the file.
    public let file: String
    /// The line; line 1 is the header, 0 when no line is meant.
    public let line: Int64
    /// The name of the column; empty when the whole row is meant.
    public let column: String
    /// The text of the cell or row.
    public let text: String
    /// What is wrong.
    public let reason: String

    /// A record from its parts.
    public init(
        symbol: String, interval: Int64, kind: String, date: Int64?, file: String, line: Int64,
        column: String, text: String, reason: String
    ) {
        (self.symbol, self.interval, self.kind, self.date) = (symbol, interval, kind, date)
        (self.file, self.line) = (file, line)
        (self.column, self.text, self.reason) = (column, text, reason)
    }
}
