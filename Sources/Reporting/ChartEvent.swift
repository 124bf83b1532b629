/// Something that happened at a bar: a corporate action, or a finding about the data.
public struct ChartEvent: Sendable, Hashable {
    /// What kind of event it is.
    public enum Kind: String, Sendable, Hashable {
        /// A split, a dividend, a change of name.
        case action
        /// Something doubtful in the stored data.
        case finding
    }

    /// The row of the bar.
    public let row: Int
    /// What kind of event it is.
    public let kind: Kind
    /// What happened, in words.
    public let text: String

    /// An event from its parts.
    public init(row: Int, kind: Kind, text: String) {
        (self.row, self.kind, self.text) = (row, kind, text)
    }
}
