/// A row or an action that an import set aside.
public struct FindingRecord: Hashable, Sendable {
    /// The symbol of the instrument.
    public let symbol: String
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
        symbol: String, file: String, line: Int64, column: String, text: String, reason: String
    ) {
        (self.symbol, self.file, self.line) = (symbol, file, line)
        (self.column, self.text, self.reason) = (column, text, reason)
    }
}
