/// A labelled row of the time axis.
public struct RowTick: Sendable, Hashable {
    /// The row.
    public let row: Int
    /// The text below it.
    public let label: String

    /// A tick from its row and its text.
    public init(row: Int, label: String) {
        (self.row, self.label) = (row, label)
    }
}
