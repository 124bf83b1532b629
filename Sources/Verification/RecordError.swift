/// Why golden files were not written.
enum RecordError: Error, CustomStringConvertible {
    /// Golden files are never written over others.
    case occupied(folder: String)
    /// The folder cannot be made or written.
    case unusable(folder: String, reason: String)
    /// Nothing that was asked for has a value.
    case nothing(reasons: [String])

    var description: String {
        switch self {
        case .occupied(let folder):
            "\(folder) holds files already; name a new folder, or empty it first"
        case .unusable(let folder, let reason):
            "\(folder) cannot be made: \(reason); name another folder with --output"
        case .nothing(let reasons):
            "nothing has a value to record: \(reasons.joined(separator: "; "))"
        }
    }
}
