import Backtesting
import Foundation
import Kernels
import MarketData
import Oracle
import Signals
import Verification

/// Finds what people mean by the name of an indicator, among kernels, definitions and the kernels
/// of their own strategies.
enum IndicatorFinding {
    /// What a name means with its parameters: a kernel by its identity, an indicator of the
    /// catalogue by its own name, a single kernel or an indicator by TA-Lib's or a golden file's
    /// name, else the definition.
    ///
    /// - Throws: `IndicatorProblem` when nothing is called so, or where a parameter is unknown or
    ///   out of range.
    static func implementation(
        of name: String, _ parameters: [String: Double]
    ) throws -> IndicatorImplementation {
        if parameters.isEmpty, let kernel = kernels.first(where: { $0.identity == name }),
            let found = IndicatorImplementation(kernel)
        {
            return found
        }
        // The list's word for it, and not a kernel of that name that takes no parameters.
        if parameters.isEmpty, let indicator = IndicatorCatalog.indicator(named: name),
            !indicator.parameters.isEmpty
        {
            return try IndicatorImplementation(indicator, values(of: indicator, [:]))
        }
        if let found = try recorded(name, parameters) { return found }
        let meaning = try meaning(of: name, parameters)
        if let single = IndicatorImplementation(meaning), single.inputs.allSatisfy(\.isOfBars) {
            return single
        }
        if let indicator = indicator(named: name) {
            return try IndicatorImplementation(indicator, values(of: indicator, meaning.given))
        }
        return try IndicatorImplementation(definitionOf: meaning)
    }

    /// What a name with its parameters behind it means: `close`, `rsi`, `rsi(period=14)`.
    static func written(_ text: String) throws -> IndicatorImplementation {
        if let input = DefinitionInput(rawValue: text), input.isOfBars {
            return IndicatorImplementation(
                text, inputs: [input], outputs: ["value"], lookbacks: [0]
            ) { $0 }
        }
        let pairs = text.hasSuffix(")") ? text.drop { $0 != "(" }.dropFirst().dropLast() : ""
        return try implementation(
            of: String(pairs.isEmpty ? text[...] : text.prefix { $0 != "(" }),
            parameters(pairs.split(separator: ",").map(String.init)))
    }

    /// What follows, where a mistake is one of the words typed.
    static func typing<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let problem as IndicatorProblem {
            throw wrongWords(problem.description)
        }
    }

    /// What computes a golden file: a kernel by its own name and parameters, the user's own
    /// included, or an indicator of the catalogue; nil for what one kernel of another name
    /// computes, and for what has only a definition.
    ///
    /// - Throws: as for `implementation`.
    static func recorded(
        _ name: String, _ parameters: [String: Double]
    ) throws -> IndicatorImplementation? {
        let own = kernels.first { $0.name == name && $0.parameters == parameters }
        if let found = own.flatMap({ IndicatorImplementation($0) }) { return found }
        if let indicator = IndicatorCatalog.indicator(named: name) {
            return try IndicatorImplementation(indicator, values(of: indicator, parameters))
        }
        let meaning = try meaning(of: name, parameters)
        guard IndicatorImplementation(meaning) == nil, let indicator = indicator(named: name),
            meaning.outputs.count == indicator.outputNames.count
        else { return nil }
        return try IndicatorImplementation(indicator, values(of: indicator, meaning.given))
    }

    /// The definition behind a name, and what the parameters are there.
    ///
    /// - Throws: as for `implementation`.
    static func meaning(
        of name: String, _ parameters: [String: Double]
    ) throws -> ReferenceName.Meaning {
        do {
            let meaning = try resolved(name, parameters)
            _ = try meaning.definition.lookback(meaning.arguments)
            return meaning
        } catch {
            throw IndicatorProblem(error)
        }
    }

    private static func resolved(
        _ name: String, _ parameters: [String: Double]
    ) throws(DefinitionError) -> ReferenceName.Meaning {
        do {
            return try ReferenceName.resolve(name, parameters)
        } catch {
            guard case .unknownName = error, let reference = indicator(named: name)?.reference
            else {
                throw error
            }
            return try ReferenceName.resolve(reference, parameters)
        }
    }

    /// An indicator of the catalogue by its own name, by TA-Lib's or by that of golden files.
    static func indicator(named name: String) -> Indicator? {
        let wanted = Definition.normalized(name)
        if let own = IndicatorCatalog.indicator(named: wanted) { return own }
        let aliases = (try? ReferenceName.resolve(name, [:]))?.definition.aliases ?? []
        return ([wanted] + aliases).lazy.compactMap { wanted in
            IndicatorCatalog.all.first { indicator in
                indicator.name == wanted
                    || Definition.normalized(indicator.reference ?? "") == wanted
            }
        }.first
    }

    /// The values of an indicator's parameters: those given, else the usual ones.
    private static func values(
        of indicator: Indicator, _ given: [String: Double]
    ) throws -> [Double] {
        let names = indicator.parameters.map(\.name)
        if let unknown = given.keys.sorted().first(where: { !names.contains($0) }) {
            throw IndicatorProblem(
                .unknownParameter(
                    definition: indicator.name, parameter: unknown, known: names))
        }
        return try indicator.parameters.map { parameter in
            let value = given[parameter.name] ?? parameter.usual
            guard parameter.accepts(value) else {
                throw IndicatorProblem(value, of: parameter, of: indicator.name)
            }
            return value
        }
    }

    /// Every indicator of the catalogue with its usual parameters.
    static var composed: [IndicatorImplementation] {
        IndicatorCatalog.all.map { IndicatorImplementation($0, $0.parameters.map(\.usual)) }
    }

    /// Every kernel and every indicator with its usual parameters, each identity once.
    static var all: [IndicatorImplementation] {
        var seen: Set<String> = []
        return (kernels.compactMap { IndicatorImplementation($0) } + composed)
            .filter { seen.insert($0.identity).inserted }
    }

    /// Every indicator of the catalogue beside its definition.
    static var subjects: [IndicatorSubject] {
        get throws {
            try IndicatorCatalog.all.map { indicator in
                let values = indicator.parameters.map(\.usual)
                let arguments = zip(indicator.parameters.map(\.name), values)
                return IndicatorSubject(
                    IndicatorImplementation(indicator, values),
                    try meaning(of: indicator.name, Dictionary(uniqueKeysWithValues: arguments)),
                    kernels: indicator.plan().kernels.map(\.name))
            }
        }
    }

    /// Every kernel of the catalogue, then those that strategies bring along.
    static let kernels: [CompiledKernel] = {
        let built = KernelCatalog.all
        let known = Set(built.map(\.identity))
        let own = StrategyChoice.all.flatMap { Plan($0.init()).kernels }
        var seen: Set<String> = []
        return built
            + own.filter { !known.contains($0.identity) && seen.insert($0.identity).inserted }
    }()

    /// `name=value` pairs.
    static func parameters(_ pairs: [String]) throws -> [String: Double] {
        var values: [String: Double] = [:]
        for pair in pairs {
            let parts = pair.split(separator: "=")
            guard parts.count == 2, let value = Double(parts[1]), value.isFinite else {
                throw wrongWords("--param takes NAME=NUMBER, such as period=20; not '\(pair)'")
            }
            let name = String(parts[0])
            guard values.updateValue(value, forKey: name) == nil else {
                throw wrongWords("--param gives \(name) twice; give it once")
            }
        }
        return values
    }

    /// How a kernel depends on its start, in words.
    static func text(of kind: KernelKind) -> String {
        switch kind {
        case .windowed: "windowed: depends on the last bars alone"
        case .settling(let bars): "settling: forgets its start within \(counted(bars, "bar"))"
        case .cumulative: "cumulative: depends on every bar since the origin"
        }
    }
}

extension CompiledKernel {
    /// The parameters in the identity.
    fileprivate var parameters: [String: Double] {
        let pairs = identity.dropFirst(name.count + 1).dropLast().split(separator: ",")
        return Dictionary(
            pairs.compactMap { pair in
                let parts = pair.split(separator: "=")
                return parts.count == 2 ? Double(parts[1]).map { (String(parts[0]), $0) } : nil
            }, uniquingKeysWith: { first, _ in first })
    }
}

/// The bars of a subject as an indicator reads them.
struct IndicatorBars {
    /// The beginning of each bar: a date for days and weeks, else a time.
    let times: [String]
    let columns: [DefinitionInput: [Double]]
    let rows: Range<Int>

    init(_ subject: Subject) {
        let series = subject.history.traded
        let bars = BarColumns(subject.history, rows: 0..<series.times.count)
        func scaled(_ column: [Double]) -> [Double] { zip(column, bars.factor).map { $0 * $1 } }
        let isDaily = series.interval.microseconds >= Interval.day.microseconds
        times = series.times.map { isDaily ? "\(CivilDate($0))" : $0.text }
        rows = subject.rows
        let schedule = series.schedule
        let sessions = schedule.numbers(isDaily ? .month : .day, ofBarsAt: series.times)
        let months = schedule.numbers(.month, ofBarsAt: series.times)
        columns = [
            .month: months, .open: scaled(bars.open), .high: scaled(bars.high),
            .low: scaled(bars.low),
            .close: scaled(bars.close),
            .volume: zip(series.volume, bars.factor).map { $0 / $1 }, .session: sessions,
        ]
    }
}
