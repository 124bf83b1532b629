/// A stored file that is not what was written.
public struct DamagedFile: Hashable, Sendable {
    /// The path of the file.
    public let path: String
    /// The symbols whose bars it holds.
    public let symbols: [String]
    /// The series that it holds, such as `AAPL 1d`.
    public let series: [String]
    /// What is wrong.
    public let problem: String
    /// How to heal it.
    public let remedy: String
}
