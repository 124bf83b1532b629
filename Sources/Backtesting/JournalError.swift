/// What can go wrong with a journal.
public enum JournalError: Error, CustomStringConvertible {
    /// The file cannot be opened or written.
    case unwritable(path: String, reason: String)
    /// A line that stands in the file is not what was computed now.
    case differs(path: String, line: Int, stored: String, computed: String)

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .unwritable(let path, let reason):
            "\(path): cannot be written (\(reason)); check the disk's space and the permissions"
        case .differs(let path, let line, let stored, let computed):
            """
            \(path), line \(line): the journal says '\(stored)', the replay computes \
            '\(computed)'; move the journal away to begin a new one
            """
        }
    }
}
