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
    /// The default threshold, from which a file may have departed.
    public let usualThreshold: Double
    /// On which side of the threshold a value passes.
    public let comparison: Gate.Comparison
    /// What value and threshold count.
    public let unit: GateUnit
    /// True when the gate was passed.
    public let passed: Bool
    /// True when it was passed by what a file of thresholds says, and not by the defaults.
    public let passedOnlyAtOwn: Bool
    /// One sentence that says why.
    public let why: String
    /// The figures behind it.
    public let evidence: [GateTable]

    /// The value in words, exact enough to be told from the threshold.
    public var valueText: String { unit.text(value, apartFrom: threshold) }

    /// The threshold in words, such as `≥ 60 %`.
    public var thresholdText: String { "\(comparison.sign) \(unit.text(threshold))" }

    /// The default threshold in words.
    public var usualThresholdText: String { "\(comparison.sign) \(unit.text(usualThreshold))" }

    /// By which threshold alone it was passed, such as
    /// `buy-and-hold, passed only at own thresholds: ≥ -10.00, default ≥ 0.10`; nil otherwise.
    public var ownThresholdText: String? {
        guard passedOnlyAtOwn else { return nil }
        let usual =
            threshold == usualThreshold ? "default windows" : "default \(usualThresholdText)"
        return "\(name), passed only at own thresholds: \(thresholdText), \(usual)"
    }

    /// Name, value, threshold and reason in one line.
    public var line: String { "\(name) \(valueText) (\(thresholdText)): \(why)" }
}
