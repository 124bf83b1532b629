/// One parameter of a strategy, as text.
public struct ParameterDescription: Hashable, Sendable {
    /// The property's name.
    public let name: String
    /// The value in force.
    public let value: String
    /// The range, `lowest...highest`.
    public let range: String
}
