/// A column that a definition reads.
public enum DefinitionInput: String, Sendable, CaseIterable {
    /// The first price of a bar.
    case open
    /// The highest price of a bar.
    case high
    /// The lowest price of a bar.
    case low
    /// The last price of a bar.
    case close
    /// The quantity traded in a bar.
    case volume
    /// Any number that changes where a session begins.
    case session
    /// A number of bars, for an average whose period varies.
    case period
    /// Any column; the close where nothing else is said.
    case value
    /// Any second column; the low where nothing else is said.
    case other
    /// A share, 0 … 1.
    case weight
    /// An average range.
    case range
    /// Any number that changes where a month begins.
    case month

    /// True for what the bars of a series have.
    public var isOfBars: Bool {
        [.open, .high, .low, .close, .volume, .session, .month].contains(self)
    }
}
