/// What a rebuild of the catalogue made of the series files.
public struct RebuiltCatalogue: Hashable, Sendable {
    /// The series that the new catalogue names, such as `AAPL 1d`.
    public let series: [String]
    /// The path of the catalogue before, kept aside; nil when there was none.
    public let keptAside: String?
    /// The symbols whose corporate actions nobody knows, as the catalogue before could not be read
    /// or did not name them; they must be imported again.
    public let unknownActions: [String]
    /// The files that are older states of a series.
    public let supersededCount: Int
    /// The files that are no series, each with what is wrong.
    public let problems: [String]
}
