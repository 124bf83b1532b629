/// A message that waits for its delivery.
public struct OutboxRecord: Hashable, Sendable, Identifiable {
    /// The place in the order of writing.
    public let id: Int64
    /// `signal` or `alert`.
    public let kind: String
    /// The short key that every copy carries.
    public let key: String
    /// The words.
    public let text: String
    /// How often it was tried.
    public let attempts: Int64
}
