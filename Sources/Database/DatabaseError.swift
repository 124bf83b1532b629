/// What can go wrong with the catalogue of a store.
public enum DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A newer program has changed the store.
    case newerStore(path: String)
    /// The disk is full.
    case full(path: String)
    /// The file or its folder cannot be opened or written.
    case unwritable(path: String, reason: String)
    /// Another program held the store for longer than the wait.
    case busy(path: String)
    /// The file is no SQLite database, or a damaged one.
    case damaged(path: String, reason: String)
    /// Anything else that SQLite says.
    case failed(path: String, reason: String)

    /// The place, the problem and the remedy.
    public var description: String {
        switch self {
        case .newerStore(let path):
            "\(path) was written by a newer finstage. Update this program, or use another store."
        case .full(let path):
            "\(path): the disk is full. Nothing that was stored is lost; make room and repeat."
        case .unwritable(let path, let reason):
            "\(path) cannot be written: \(reason). Check the folder and its permissions."
        case .busy(let path):
            "\(path) is in use by another program. Wait for it to end, then repeat."
        case .damaged(let path, let reason):
            "\(path) is damaged: \(reason). Remove it and import the data again."
        case .failed(let path, let reason): "\(path): \(reason)"
        }
    }
}
