/// A message to a person.
public struct Notice: Hashable, Sendable {
    /// What the message is about.
    public enum Kind: String, Hashable, Sendable {
        /// A change of target.
        case signal
        /// Something that needs attention: a gap, a refused price, a drift.
        case alert
    }

    /// A short key: the same for every copy of one message, so that a second copy is known.
    public let key: String
    /// What it is about.
    public let kind: Kind
    /// The words.
    public let text: String

    /// A message from its parts.
    public init(key: String, kind: Kind, text: String) {
        (self.key, self.kind, self.text) = (key, kind, text)
    }
}
