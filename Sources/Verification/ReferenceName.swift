import Oracle

/// A name that golden files use: the definition behind it, and how its parameters are spelled.
public struct ReferenceName: Sendable {
    /// The name in the index: `STOCH`, `EMA.first`.
    public let name: String
    /// The name of the definition, which is the kernel's.
    public let definition: String
    /// The parameters of the definition, from those of the file.
    let translate: @Sendable ([String: Double]) -> [String: Double]
    /// The file's parameter by which the output is multiplied, where there is one.
    let factor: String?

    private init(
        _ name: String, _ definition: String, _ names: [String: String] = [:],
        constants: [String: Double] = [:], factor: String? = nil,
        derived: @escaping @Sendable (Double) -> [String: Double] = { _ in [:] }
    ) {
        (self.name, self.definition, self.factor) = (name, definition, factor)
        translate = { given in
            var values = constants.merging(derived(given["period"] ?? .nan)) { $1 }
            for (key, value) in given where key != factor { values[names[key] ?? key] = value }
            return values
        }
    }

    /// The definition and its parameters for an indicator of an index.
    ///
    /// - Parameters:
    ///   - indicator: a name of this table, a kernel's name, or TA-Lib's.
    ///   - parameters: as the index spells them.
    /// - Returns: the definition, its parameters, and the factor of its output.
    /// - Throws: `DefinitionError.unknownName` when nothing is defined by that name.
    public static func resolve(
        _ indicator: String, _ parameters: [String: Double]
    ) throws(DefinitionError) -> (Definition, [String: Double], factor: Double) {
        guard let found = Self.table[indicator] else {
            return (try DefinitionCatalog.definition(named: indicator), parameters, 1)
        }
        let definition = try DefinitionCatalog.definition(named: found.definition)
        let factor = found.factor.flatMap { parameters[$0] } ?? 1
        return (definition, found.translate(parameters), factor)
    }

    private static let table: [String: ReferenceName] = Dictionary(
        uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// Every name whose parameters are spelled in another way than the definition's.
    private static let all: [ReferenceName] = [
        Self("EMA", "exponential-moving-average", constants: ["delay": 0]) {
            ["weight": 2 / ($0 + 1)]
        },
        Self("RMA", "exponential-moving-average", constants: ["delay": 0]) { ["weight": 1 / $0] },
        Self("T3", "tillson-moving-average", ["vfactor": "factor"]),
        Self(
            "MAMA", "mesa-adaptive-moving-average",
            ["fastlimit": "fast-limit", "slowlimit": "slow-limit"]),
        Self("STOCH", "stochastic-oscillator", stochastic),
        Self("STOCH.tulip", "stochastic-oscillator", stochastic),
        Self("STOCHF", "fast-stochastic-oscillator", stochastic),
        Self("STOCHRSI", "stochastic-relative-strength-index", stochastic),
        Self("APO", "absolute-price-oscillator", ["matype": "kind"]),
        Self("PPO", "percentage-price-oscillator", ["matype": "kind"]),
        Self("ULTOSC", "ultimate-oscillator", ["a": "short", "b": "medium", "c": "long"]),
        Self("PLUS_DI", "directional-indicator", constants: ["sign": 1]),
        Self("MINUS_DI", "directional-indicator", constants: ["sign": -1]),
        Self("PLUS_DM", "directional-movement", constants: ["sign": 1]),
        Self("MINUS_DM", "directional-movement", constants: ["sign": -1]),
        Self("MAX", "rolling-maximum", constants: ["sign": 1]),
        Self("MIN", "rolling-maximum", constants: ["sign": -1]),
        Self("STDDEV", "standard-deviation", factor: "nbdev"),
        Self("KELTNER", "keltner-channels", ["atrperiod": "range", "mult": "multiplier"]),
        Self(
            "KELTNER.close", "close-keltner-channels",
            ["atrperiod": "range", "mult": "multiplier"]),
        Self("SUPERTREND", "super-trend", ["mult": "multiplier"]),
    ]

    private static let stochastic = ["k": "window", "s": "smoothing", "d": "signal"]
}
