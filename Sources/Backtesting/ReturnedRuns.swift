/// What became of the folders of runs that the catalogue did not know.
public struct ReturnedRuns: Sendable, Hashable {
    /// The ids of the runs that it knows again, sorted.
    public let ids: [String]
    /// The folders that hold no whole run, each with what is wrong; they stay as they are.
    public let problems: [String]
}
