/// Why a report could not be written: the path, the reason and the remedy.
public enum ReportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No room is left on the disk, or the quota is used up.
    case diskFull(path: String)
    /// The place may not be written to.
    case noPermission(path: String)
    /// A part of the path is a file, not a folder.
    case notAFolder(path: String)
    /// The system said something else.
    case unwritable(path: String, reason: String)

    /// What happened, where, and what to do.
    public var description: String {
        switch self {
        case .diskFull(let path):
            "cannot write \(path): the disk is full; free some space, or choose another folder"
        case .noPermission(let path):
            "cannot write \(path): no permission; change the rights of the folder, or choose "
                + "another one"
        case .notAFolder(let path):
            "cannot write \(path): a part of this path is a file; move it away, or choose "
                + "another folder"
        case .unwritable(let path, let reason):
            "cannot write \(path): \(reason); check the path, or choose another folder"
        }
    }
}
