/// The verdict of one gate, with its evidence.
public struct GateResult: Hashable, Sendable, Codable {
    /// The gate's name.
    public let name: String
    /// What it asks.
    public let question: String
    /// What was measured; nil where it is undefined, which never passes.
    public let value: Double?
    /// What it was held against.
    public let threshold: Double
    /// On which side of the threshold a value passes.
    public let comparison: Gate.Comparison
    /// What value and threshold count.
    public let unit: GateUnit
    /// True when the gate was passed.
    public let passed: Bool
    /// One sentence that says why.
    public let why: String
    /// The figures behind it.
    public let evidence: [GateTable]

    /// The value in words.
    public var valueText: String { unit.text(value) }

    /// The threshold in words, such as `≥ 60 %`.
    public var thresholdText: String { "\(comparison.sign) \(unit.text(threshold))" }

    /// Name, value, threshold and reason in one line.
    public var line: String { "\(name) \(valueText) (\(thresholdText)): \(why)" }
}
