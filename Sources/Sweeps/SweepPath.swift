/// How a cell is computed.
public enum SweepPath: Hashable, Sendable {
    /// From fill to fill.
    case events
    /// Eight cells at once, bar by bar.
    case lanes(PathReason)
    /// By the session itself.
    case reference(PathReason)

    /// The path's name.
    public var name: String {
        switch self {
        case .events: "events"
        case .lanes: "lanes"
        case .reference: "reference"
        }
    }
}
