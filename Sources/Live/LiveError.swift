/// What can go wrong while signals are made.
public enum LiveError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The journal cannot be used.
    case journal(String)
    /// The bars of an instrument cannot be read.
    case bars(symbol: String, reason: String)
    /// A promotion asks for what is not there.
    case promotion(id: String, reason: String)
    /// A feed cannot be read.
    case feed(name: String, reason: String)
    /// Another runner works on the store.
    case locked(path: String, process: String)
    /// The file that was locked is no longer that of the store.
    case lockLost(path: String)
    /// The clock stands before the newest bar of the store.
    case clockBehind(now: String, newest: String)

    /// The promotion that an error is about; nil where it is about none.
    public var promotion: String? {
        if case .promotion(let id, _) = self { id } else { nil }
    }

    /// The place, the problem and the remedy.
    public var description: String {
        switch self {
        case .journal(let text): text
        case .bars(let symbol, let reason): "\(symbol): \(reason)"
        case .promotion(let id, let reason): "promotion \(id): \(reason)"
        case .feed(let name, let reason): "feed \(name): \(reason)"
        case .locked(let path, let process):
            "another runner (process \(process)) works on this store; \(path) is locked until it "
                + "ends"
        case .lockLost(let path):
            "\(path) was removed or replaced while this runner worked, and another may work by "
                + "now; this one ends. Start it again, and leave the file where it is."
        case .clockBehind(let now, let newest):
            "the clock says \(now), the newest stored bar closed at \(newest): the clock is "
                + "behind the store. Set the clock; nothing is decided until then."
        }
    }
}
