/// What can go wrong between a strategy and its signed promotion.
public enum PromotionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A manifest that is not believed: which file, which field, and why.
    case refused(id: String, field: String, reason: String)
    /// A file or folder cannot be read or written.
    case unusable(path: String, reason: String)
    /// A file of keys that others can read, or that holds no key.
    case badKeyFile(path: String, reason: String)
    /// There is no promotion, or no key, of that name.
    case unknown(what: String, name: String, nearest: String?)
    /// What was asked for is not promoted.
    case notPromotable(String)

    /// The place, the problem and the remedy.
    public var description: String {
        switch self {
        case .refused(let id, let field, let reason):
            "promotion \(id) is refused: \(field): \(reason)"
        case .unusable(let path, let reason):
            "\(path) cannot be used: \(reason). Check the path, its permissions and the disk."
        case .badKeyFile(let path, let reason): "\(path): \(reason)"
        case .unknown(let what, let name, let nearest):
            "there is no \(what) '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
        case .notPromotable(let reason): reason
        }
    }

    /// The promotion that is refused; nil for other errors.
    public var id: String? {
        if case .refused(let id, _, _) = self { id } else { nil }
    }

    /// True for a promotion that ran out, was taken back or was renewed: nothing is wrong with it.
    public var isOrdinaryEnd: Bool {
        ["expires", "demoted", "renewed"].contains(field)
    }

    /// The field of the manifest that is refused; nil for other errors.
    public var field: String? {
        if case .refused(_, let field, _) = self { field } else { nil }
    }
}
