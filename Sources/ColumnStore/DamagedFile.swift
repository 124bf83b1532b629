/// A stored file that is not what was written.
public struct DamagedFile: Hashable, Sendable {
    /// The path of the file.
    public let path: String
    /// The symbols whose bars it holds.
    public let symbols: [String]
    /// What is wrong.
    public let problem: String
}
