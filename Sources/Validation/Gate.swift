import MarketData

/// One question that a strategy must answer before it is believed.
///
/// A gate is a value: a new one is a value more in `all` and a line in `thresholds.yaml`.
public struct Gate: Sendable {
    /// On which side of its threshold a value passes.
    public enum Comparison: String, Hashable, Sendable, Codable {
        /// A value that is not smaller passes.
        case atLeast = "at least"
        /// A value that is not greater passes.
        case atMost = "at most"

        /// The sign of it.
        public var sign: String { self == .atLeast ? "≥" : "≤" }
    }

    /// What was found: the value, nil where it is undefined, a sentence, and the figures behind.
    struct Finding {
        var value: Double?
        var why: String
        var evidence: [GateTable] = []
    }

    /// The name, also that of its threshold.
    public let name: String
    /// What is asked.
    public let question: String
    /// On which side of its threshold a value passes.
    public let comparison: Comparison
    /// What the value counts.
    public let unit: GateUnit
    /// Finds the answer.
    let examine: @Sendable (Examination, GateThresholds) -> Finding

    /// The verdict on a strategy. An undefined value does not pass.
    ///
    /// - Parameters:
    ///   - examination: the strategy on its instruments.
    ///   - thresholds: what holds.
    ///   - usual: the thresholds of everybody else; a gate that these would not let pass is so
    ///     marked.
    /// - Returns: the verdict.
    public func result(
        _ examination: Examination, _ thresholds: GateThresholds, besides usual: GateThresholds
    ) -> GateResult {
        let finding = examine(examination, thresholds)
        let passed = passes(finding, thresholds)
        let isUsual = thresholds == usual || passes(examine(examination, usual), usual)
        return GateResult(
            name: name, question: question, value: finding.value, threshold: thresholds[name],
            usualThreshold: usual[name], comparison: comparison, unit: unit, passed: passed,
            passedOnlyAtOwn: passed && !isUsual, why: finding.why, evidence: finding.evidence)
    }

    private func passes(_ finding: Finding, _ thresholds: GateThresholds) -> Bool {
        let threshold = thresholds[name]
        return finding.value.map { comparison == .atLeast ? $0 >= threshold : $0 <= threshold }
            ?? false
    }

    /// Every gate, in the order in which they are shown.
    public static let all: [Gate] = [
        .walkForward, .minimumTrades, .costsDoubled, .buyAndHold, .probabilityOfSkill,
        .oneBarDelay, .hindsight,
    ]

    /// The gate of a name; nil when there is none.
    public static func named(_ name: String) -> Gate? { all.first { $0.name == name } }
}
