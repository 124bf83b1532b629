import Oracle

/// A name that golden files or the list of indicators use, and what it stands for.
///
/// Most names are a definition's own. This table has the others: those whose parameters are spelled
/// in another way, and those that are one output of several.
public struct ReferenceName: Sendable {
    /// What a name stands for.
    public struct Meaning: Sendable {
        /// The definition.
        public let definition: Definition
        /// Its parameters.
        public let arguments: [String: Double]
        /// The outputs that are meant, by their place.
        public let outputs: [Int]
        /// The columns that it reads, in the definition's order.
        public let inputs: [DefinitionInput]
        /// The parameters that were given, as the definition spells them.
        public let given: [String: Double]
    }

    private let names: [String]
    private let definition: String
    private let outputs: [String]
    private let inputs: [DefinitionInput]
    private let spellings: [String: String]
    private let implied: @Sendable ([String: Double]) -> [String: Double]

    private init(
        _ names: String..., definition: String, outputs: [String] = [],
        inputs: [DefinitionInput] = [],
        _ spellings: [String: String] = [:], constants: [String: Double] = [:],
        derived: @escaping @Sendable ([String: Double]) -> [String: Double] = { _ in [:] }
    ) {
        (self.names, self.definition, self.outputs) = (names, definition, outputs)
        (self.inputs, self.spellings) = (inputs, spellings)
        // What follows from a parameter that is not given follows from its standard value.
        implied = { given in
            constants.merging(derived(given).filter { !$0.value.isNaN }) { $1 }
        }
    }

    /// What an indicator of an index or of a list stands for.
    ///
    /// - Parameters:
    ///   - indicator: a name; case, `_` and `.` do not matter.
    ///   - parameters: as they are spelled beside it.
    /// - Returns: the definition, its parameters and its outputs.
    /// - Throws: `DefinitionError.unknownName` when nothing is defined by that name.
    public static func resolve(
        _ indicator: String, _ parameters: [String: Double]
    ) throws(DefinitionError) -> Meaning {
        guard let found = table[Definition.normalized(indicator)] else {
            let definition = try DefinitionCatalog.definition(named: indicator)
            return Meaning(
                definition: definition, arguments: parameters,
                outputs: Array(definition.outputs.indices), inputs: definition.columns,
                given: parameters)
        }
        let definition = try DefinitionCatalog.definition(named: found.definition)
        let spelled = parameters.map { (found.spellings[$0.key] ?? $0.key, $0.value) }
        let given = Dictionary(spelled) { $1 }
        return Meaning(
            definition: definition, arguments: found.implied(parameters).merging(given) { $1 },
            outputs: definition.outputs.indices.filter {
                found.outputs.isEmpty || found.outputs.contains(definition.outputs[$0])
            }, inputs: found.inputs.isEmpty ? definition.columns : found.inputs, given: given)
    }

    private static let table: [String: ReferenceName] = Dictionary(
        uniqueKeysWithValues: all.flatMap { entry in entry.names.map { ($0, entry) } })

    private static let all: [ReferenceName] = [
        Self("ema", definition: "exponential-moving-average", constants: ["delay": 0]) {
            ["weight": exponential($0, "period")]
        },
        Self("rma", definition: "exponential-moving-average", constants: ["delay": 0]) {
            ["weight": 1 / ($0["period"] ?? .nan)]
        },
        Self("t3", definition: "tillson-moving-average", ["vfactor": "volumeFactor"]),
        Self(
            "mama", definition: "mesa-adaptive-average",
            ["fastlimit": "fastLimit", "slowlimit": "slowLimit"]),
        Self("stoch", "stoch-tulip", definition: "stochastic-oscillator", ["s": "slowing"]),
        Self("apo", definition: "absolute-price-oscillator", ["matype": "kind"]),
        Self("ppo", definition: "percentage-price-oscillator", ["matype": "kind"]),
        Self("macd", definition: "moving-average-convergence") {
            ["fastWeight": exponential($0, "fast"), "slowWeight": exponential($0, "slow")]
        },
        Self(
            "macdfix", definition: "moving-average-convergence",
            constants: ["fast": 12, "slow": 26, "fastWeight": 0.15, "slowWeight": 0.075]),
        Self(
            "ultosc", definition: "ultimate-oscillator",
            ["a": "short", "b": "middle", "c": "long"]),
        Self("adx", definition: "directional-movement", outputs: ["adx"]),
        Self("plus-di", definition: "directional-movement", outputs: ["plusDI"]),
        Self("minus-di", definition: "directional-movement", outputs: ["minusDI"]),
        Self("dx", definition: "directional-movement", outputs: ["dx"]),
        Self("plus-dm", definition: "directional-sum", outputs: ["plusDM"]),
        Self("minus-dm", definition: "directional-sum", outputs: ["minusDM"]),
        Self("linearreg", definition: "linear-regression", outputs: ["value"]),
        Self("linearreg-intercept", definition: "linear-regression", outputs: ["intercept"]),
        Self("linearreg-slope", definition: "linear-regression", outputs: ["slope"]),
        Self("tsf", definition: "linear-regression", outputs: ["forecast"]),
        Self("skew", definition: "rolling-shape", outputs: ["skewness"]),
        Self("kurtosis", definition: "rolling-shape", outputs: ["kurtosis"]),
        Self("ht-dcperiod", definition: "hilbert-transform", outputs: ["period"]),
        Self(
            "ht-phasor", definition: "hilbert-transform", outputs: ["inPhase", "quadrature"]),
        Self("ht-dcphase", definition: "dominant-cycle", outputs: ["phase"]),
        Self("ht-trendline", definition: "dominant-cycle", outputs: ["trend"]),
        Self("ht-trendmode", definition: "dominant-cycle", outputs: ["mode"]),
        Self("sum", definition: "rolling-sum"),
        Self("max", definition: "rolling-maximum", constants: ["sign": 1]),
        Self("min", definition: "rolling-maximum", constants: ["sign": -1]),
        Self(
            "highest", definition: "rolling-maximum", inputs: [.high], constants: ["sign": 1]),
        Self(
            "lowest", definition: "rolling-maximum", inputs: [.low], constants: ["sign": -1]),
        Self(
            "vwap-month", definition: "session-volume-weighted-price",
            inputs: [.high, .low, .close, .volume, .month]),
        Self("maxindex", definition: "bars-since-extreme", constants: ["sign": 1]),
        Self("minindex", definition: "bars-since-extreme", constants: ["sign": -1]),
        Self("stddev", "deviation", definition: "standard-deviation", ["nbdev": "deviations"]),
        Self(
            "keltner", definition: "keltner-channels",
            ["atrperiod": "rangePeriod", "mult": "multiple"]),
        Self(
            "keltner-close", definition: "close-keltner-channels",
            ["atrperiod": "rangePeriod", "mult": "multiple"]),
        Self("supertrend", definition: "super-trend-of-bars", ["mult": "multiple"]),
    ]

    /// α = 2 / (n + 1).
    private static func exponential(_ given: [String: Double], _ name: String) -> Double {
        2 / ((given[name] ?? .nan) + 1)
    }
}

extension Definition {
    /// The columns that it reads where nothing else is said.
    fileprivate var columns: [DefinitionInput] {
        inputs.map { $0 == .value ? .close : $0 == .other ? .low : $0 }
    }
}
