/// A message that did not arrive, as far as is known.
public struct NotifierError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened, and what to do.
    public let description: String

    /// A failure in words.
    public init(_ description: String) { self.description = description }
}
