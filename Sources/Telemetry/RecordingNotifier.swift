import Synchronization

/// Keeps every message, in the order of delivery.
public final class RecordingNotifier: Notifier {
    private let kept = Mutex<[Notice]>([])

    /// A notifier that has kept nothing yet.
    public init() {}

    /// Every message so far.
    public var notices: [Notice] { kept.withLock { $0 } }

    /// Keeps a message.
    public func deliver(_ notice: Notice) throws(NotifierError) {
        kept.withLock { $0.append(notice) }
    }
}
