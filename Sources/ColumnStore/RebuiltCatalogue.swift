/// What a rebuild of the catalogue made of the series files.
public struct RebuiltCatalogue: Hashable, Sendable {
    /// The series that the new catalogue names, such as `AAPL 1d`.
    public let series: [String]
    /// The path of the catalogue before, kept aside; nil when there was none.
    public let keptAside: String?
    /// True when the catalogue before could still be read, so that corporate actions, data sets
    /// and runs were taken from it; else they must be imported again.
    public let hasActions: Bool
    /// The files that are older states of a series.
    public let supersededCount: Int
    /// The files that are no series, each with what is wrong.
    public let problems: [String]
}
