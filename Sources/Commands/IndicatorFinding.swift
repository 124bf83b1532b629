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
    /// The definition behind a name.
    ///
    /// - Throws: when nothing is called so, with the nearest name.
    static func meaning(
        of name: String, _ parameters: [String: Double]
    ) throws -> ReferenceName.Meaning {
        do {
            return try ReferenceName.resolve(name, parameters)
        } catch {
            let names = DefinitionCatalog.all.flatMap { [$0.name] + $0.aliases }
            let near = nearest(Definition.normalized(name), in: names)
            throw wrongWords(
                "no indicator is called '\(name)'"
                    + (near.map { "; did you mean '\($0)'?" } ?? "")
                    + "; 'finstage indicators list' shows them all")
        }
    }

    /// What computes the indicator: a kernel by its identity or name, else the definition.
    static func implementation(
        of name: String, _ parameters: [String: Double]
    ) throws -> IndicatorImplementation {
        if let kernel = kernels.first(where: { $0.identity == name }),
            let found = IndicatorImplementation(kernel)
        {
            return found
        }
        let meaning = try meaning(of: name, parameters)
        do {
            _ = try meaning.definition.lookback(meaning.arguments.filter { !$0.value.isNaN })
        } catch {
            throw wrongWords("\(error)")
        }
        return IndicatorImplementation(meaning) ?? composed(name, parameters)
            ?? IndicatorImplementation(definitionOf: meaning)
    }

    /// What computes a golden file: a kernel by its own name and parameters, the user's own
    /// included, or an indicator that is made of several; nil for what one kernel of another name
    /// computes, and for what has only a definition.
    static func recorded(
        _ name: String, _ parameters: [String: Double]
    ) -> IndicatorImplementation? {
        let own = kernels.first { $0.name == name && $0.parameters == parameters }
        if let found = own.flatMap({ IndicatorImplementation($0) }) { return found }
        let meaning = try? ReferenceName.resolve(name, parameters)
        if IndicatorCatalog.indicator(named: name) == nil, let meaning,
            IndicatorImplementation(meaning) != nil
        {
            return nil
        }
        return composed(name, parameters)
    }

    /// An indicator of the catalogue by its own name or by that of golden files.
    private static func composed(
        _ name: String, _ parameters: [String: Double]
    ) -> IndicatorImplementation? {
        let meaning = try? ReferenceName.resolve(name, parameters)
        let names = [Definition.normalized(name)] + (meaning?.definition.aliases ?? [])
        let found = names.lazy.compactMap { wanted in
            composable.first { indicator in
                indicator.name == wanted
                    || Definition.normalized(indicator.reference ?? "") == wanted
            }
        }.first
        guard let found, meaning.map({ $0.outputs.count == found.outputNames.count }) ?? true
        else { return nil }
        let arguments = meaning?.arguments ?? parameters
        return IndicatorImplementation(
            found, found.parameters.map { arguments[$0.name] ?? $0.usual })
    }

    /// Every indicator of the catalogue with its usual parameters.
    static var composed: [IndicatorImplementation] {
        composable.compactMap { indicator in
            IndicatorImplementation(indicator, indicator.parameters.map(\.usual))
        }
    }

    /// A variable period is an input of its definition, but no column of the bars.
    private static let composable = IndicatorCatalog.all.filter { $0.name != "mavp" }

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
            values[String(parts[0])] = value
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
        let sessions = series.times.map { time in
            Double(series.schedule.number(of: isDaily ? .month : .day, ofBarAt: time))
        }
        columns = [
            .open: scaled(bars.open), .high: scaled(bars.high), .low: scaled(bars.low),
            .close: scaled(bars.close),
            .volume: zip(series.volume, bars.factor).map { $0 / $1 }, .session: sessions,
        ]
    }
}
