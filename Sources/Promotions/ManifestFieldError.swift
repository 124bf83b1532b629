/// A field of a manifest whose value makes no sense.
public struct ManifestFieldError: Error, Hashable, Sendable {
    /// The name of the field.
    public let field: String
    /// Its value.
    public let value: String

    init(_ field: String, _ value: String) { (self.field, self.value) = (field, value) }
}
