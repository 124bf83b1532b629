/// The verdict of one validation gate, as the manifest carries it.
public struct GateOutcome: Hashable, Sendable, Codable {
    /// The gate's name.
    public let name: String
    /// What was measured; nil where it is undefined.
    public let value: Double?
    /// What it was held against.
    public let threshold: Double
    /// True when the gate was passed.
    public let passed: Bool

    /// An outcome from its parts.
    public init(name: String, value: Double?, threshold: Double, passed: Bool) {
        (self.name, self.value, self.threshold, self.passed) = (name, value, threshold, passed)
    }
}
