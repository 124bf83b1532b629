/// The verdict of one validation gate, as the manifest carries it.
public struct GateOutcome: Hashable, Sendable, Codable {
    /// The gate's name.
    public let name: String
    /// What was measured; nil where it is undefined, which never passes.
    public let value: Double?
    /// `at least` or `at most`: on which side of the threshold a value passes.
    public let comparison: String
    /// What it was held against.
    public let threshold: Double
    /// True when the gate was passed.
    public let passed: Bool
    /// One sentence that says why.
    public let why: String

    /// An outcome from its parts.
    public init(
        name: String, value: Double?, comparison: String, threshold: Double, passed: Bool,
        why: String
    ) {
        (self.name, self.value, self.comparison) = (name, value, comparison)
        (self.threshold, self.passed, self.why) = (threshold, passed, why)
    }

    /// Name, value and threshold in words.
    var text: String {
        "\(name) (\(value.map { "\($0)" } ?? "undefined"), \(comparison) \(threshold) is needed)"
    }
}
