import ArgumentParser
import Commands
import Kernels
import MarketData
import Oracle
import Signals
import Verification

/// Finds what people mean by the name of an indicator, among kernels, definitions and the kernels
/// of their own strategies.
struct IndicatorFinding {
    /// Every kernel of the catalogue, then those that strategies bring along.
    let kernels: [CompiledKernel]

    /// - Parameter strategies: files, or names of the catalogue, whose kernels go before those of
    ///   other strategies.
    /// - Throws: where one is not there or does not compile, and where one of its kernels has the
    ///   name of a kernel of the catalogue and gives other bits.
    init(_ strategies: [String] = []) throws {
        let named = try strategies.isEmpty ? [] : StrategyChoice.strategies(named: strategies)
        var (kernels, places) = (KernelCatalog.all, [String: Int]())
        for (place, kernel) in kernels.enumerated() { places[kernel.identity] = place }
        for (number, type) in (named + StrategyChoice.all).enumerated() {
            for kernel in Plan(type.init()).kernels {
                guard let place = places[kernel.identity] else {
                    if number < named.count, let other = Self.listed(kernel.name) {
                        throw wrongWords(
                            "\(type.name): its kernel \(kernel.name) is called like an indicator "
                                + "of the list, \(other.title); give it a name of its own")
                    }
                    places[kernel.identity] = kernels.count
                    kernels.append(kernel)
                    continue
                }
                let other = kernels[place]
                guard number < named.count, other.outputDigest != kernel.outputDigest else {
                    continue
                }
                throw wrongWords(
                    "\(type.name): its kernel \(kernel.identity) is another than that of the "
                        + "catalogue or of a strategy named before; give it a name of its own")
            }
        }
        self.kernels = kernels
    }

    /// What a name means with its parameters: a kernel by its identity, an indicator of the list by
    /// its own name, TA-Lib's or that of golden files, else a kernel or a definition by its name.
    /// Parameters may also stand behind the name: `rsi(period=14)`.
    ///
    /// - Throws: `IndicatorProblem` when nothing is called so, or where a parameter is unknown or
    ///   out of range.
    func implementation(
        of name: String, _ parameters: [String: Double] = [:]
    ) throws -> IndicatorImplementation {
        if parameters.isEmpty, let kernel = kernel(identity: name),
            let found = IndicatorImplementation(kernel)
        {
            return found
        }
        let (name, parameters) = try Self.parted(name, parameters)
        if let indicator = Self.listed(name) {
            let values = try Self.values(of: indicator, typed: name, parameters)
            return IndicatorImplementation(indicator, values)
        }
        if parameters.isEmpty, let own = ownKernel(name).flatMap({ IndicatorImplementation($0) }) {
            return own
        }
        if let found = try recorded(name, parameters) { return found }
        let meaning = try Self.meaning(of: name, parameters)
        if let single = IndicatorImplementation(meaning), single.inputs.allSatisfy(\.isOfBars) {
            return single
        }
        if let indicator = Self.indicator(named: name) {
            return try IndicatorImplementation(
                indicator, Self.values(of: indicator, meaning.given))
        }
        return try IndicatorImplementation(definitionOf: meaning)
    }

    /// The definition behind a name, over bars; what is not given is as in the list.
    ///
    /// - Throws: as for `implementation`.
    static func definition(
        of name: String, _ parameters: [String: Double]
    ) throws -> IndicatorImplementation {
        let (name, parameters) = try parted(name, parameters)
        guard let indicator = listed(name) else {
            return try IndicatorImplementation(definitionOf: meaning(of: name, parameters))
                .readingStreaks()
        }
        let values = try values(of: indicator, typed: name, parameters)
        let arguments = zip(indicator.parameters.map(\.name), values)
        let meaning = try meaning(of: indicator.name, Dictionary(uniqueKeysWithValues: arguments))
        return try IndicatorImplementation(definitionOf: meaning).readingStreaks()
    }

    /// What a list of words means, each identity once.
    ///
    /// - Throws: where a word means nothing, or what bars do not have.
    func implementations(of names: [String]) throws -> [IndicatorImplementation] {
        var seen: Set<String> = []
        return try names.map { name in
            if let choice = CrossSectionChoice.named(String(name.prefix { $0 != "(" })) {
                throw wrongWords(
                    "\(choice.name) is made of all instruments at one time, and golden files are "
                        + "of one; 'finstage indicators verify --oracle' holds it to its definition"
                )
            }
            let found = try Self.typing { try implementation(of: name) }
            guard found.inputs.allSatisfy(\.isOfBars) else { throw Self.unreadable(found) }
            return found
        }.filter { seen.insert($0.identity).inserted }
    }

    /// Why bars alone do not do.
    static func unreadable(_ found: IndicatorImplementation) -> any Error {
        wrongWords(
            "\(found.identity) reads \(found.inputs.map(\.rawValue).joined(separator: ", ")); "
                + "the bars of a series do not have all of them")
    }

    /// What a word means: `close`, `rsi`, `rsi(period=14)`.
    func written(_ text: String) throws -> IndicatorImplementation {
        if let input = DefinitionInput(rawValue: text), input.isOfBars {
            return IndicatorImplementation(
                text, inputs: [input], outputs: ["value"], lookbacks: [0]
            ) { $0 }
        }
        return try implementation(of: text)
    }

    /// The kernel of that identity.
    func kernel(identity: String) -> CompiledKernel? { kernels.first { $0.identity == identity } }

    /// The kernel of a strategy by its name or identity; nil for the names of the catalogue.
    func ownKernel(_ name: String) -> CompiledKernel? {
        guard !KernelCatalog.all.contains(where: { $0.name == name }) else { return nil }
        return kernels.dropFirst(KernelCatalog.all.count)
            .first { $0.name == name || $0.identity == name }
    }

    /// A name and the parameters behind it: `rsi(period=14)` is `rsi` with `period=14`, and so is
    /// `rsi(14)`, as in `chart`.
    ///
    /// - Throws: where a parameter has no name or no number, or some stand beside the name too.
    static func parted(
        _ text: String, _ parameters: [String: Double]
    ) throws -> (name: String, parameters: [String: Double]) {
        guard text.hasSuffix(")"), let end = text.firstIndex(of: "(") else {
            return (text, parameters)
        }
        guard parameters.isEmpty else {
            throw wrongWords(
                "\(text) has its parameters behind the name; leave --param out, or name "
                    + "\(text[..<end])")
        }
        let name = String(text[..<end])
        let names = listed(name)?.parameters.map(\.name) ?? []
        let pairs = text[end...].dropFirst().dropLast().split { ", ".contains($0) }.enumerated()
            .map { place, word in
                word.contains("=") || place >= names.count
                    ? String(word) : "\(names[place])=\(word)"
            }
        return (name, try self.parameters(pairs))
    }

    /// What follows, where a mistake is one of the words typed.
    static func typing<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let problem as IndicatorProblem {
            throw wrongWords(problem.description)
        }
    }

    /// What computes a golden file: a kernel by its identity or by its name and parameters, the
    /// user's own included.
    ///
    /// - Throws: as for `implementation`.
    func recorded(_ entry: GoldenEntry) throws -> IndicatorImplementation? {
        if let found = kernel(identity: entry.identity).flatMap({ IndicatorImplementation($0) }) {
            return found
        }
        try refuseOther(entry.indicator)
        if Self.listed(entry.indicator) == nil { _ = try Self.meaning(of: entry.indicator, [:]) }
        return try recorded(entry.indicator, entry.parameters())
    }

    /// Tells of a strategy's kernel that it has other parameters than were asked for.
    private func refuseOther(_ name: String) throws {
        guard let own = ownKernel(name), (try? Self.meaning(of: name, [:])) == nil else { return }
        throw IndicatorProblem(
            "\(name) is a strategy's kernel, and there it is \(own.identity): it has the "
                + "parameters that its strategy gives it")
    }

    /// A kernel by its own name and parameters, or an indicator of the catalogue; nil for what one
    /// kernel of another name computes, and for what has only a definition.
    private func recorded(
        _ name: String, _ parameters: [String: Double]
    ) throws -> IndicatorImplementation? {
        let named = kernels.filter { $0.name == name }
        if let found = named.first(where: { $0.parameters == parameters })
            .flatMap({ IndicatorImplementation($0) })
        {
            return found
        }
        if let indicator = IndicatorCatalog.indicator(named: name) {
            return try IndicatorImplementation(indicator, Self.values(of: indicator, parameters))
        }
        try refuseOther(name)
        let meaning = try Self.meaning(of: name, parameters)
        guard IndicatorImplementation(meaning) == nil,
            let indicator = Self.indicator(named: name),
            meaning.outputs.count == indicator.outputNames.count
        else { return nil }
        return try IndicatorImplementation(indicator, Self.values(of: indicator, meaning.given))
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
                    || indicator.reference.map(Definition.normalized) == wanted
            }
        }.first
    }

    /// An indicator of the list by a name that stands there: its own or TA-Lib's, or by that of
    /// golden files.
    static func listed(_ name: String) -> Indicator? {
        let wanted = Definition.normalized(name)
        guard !wanted.isEmpty else { return nil }
        return IndicatorCatalog.indicator(named: wanted)
            ?? IndicatorCatalog.all.first { indicator in
                [indicator.taLib, indicator.reference].contains { other in
                    other.map(Definition.normalized) == wanted
                }
            }
    }

    /// The values of a listed indicator's parameters, also where they are spelled as in golden
    /// files.
    static func values(
        of indicator: Indicator, typed name: String, _ given: [String: Double]
    ) throws -> [Double] {
        let known = Set(indicator.parameters.map(\.name))
        let isOther = !known.isSuperset(of: given.keys)
        let spelled = isOther ? (try? resolved(name, given))?.given : nil
        let isKnown = spelled.map { known.isSuperset(of: $0.keys) } ?? false
        return try values(of: indicator, isKnown ? spelled ?? given : given)
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
        let values = try indicator.parameters.map { parameter in
            let value = given[parameter.name] ?? parameter.usual
            guard parameter.accepts(value) else {
                throw IndicatorProblem(value, of: parameter, of: indicator.name)
            }
            return value
        }
        if let conflict = indicator.conflict(values) {
            throw IndicatorProblem("\(indicator.name): \(conflict)")
        }
        return values
    }

    /// Every indicator of the catalogue with its usual parameters.
    static var composed: [IndicatorImplementation] {
        IndicatorCatalog.all.map { IndicatorImplementation($0, $0.parameters.map(\.usual)) }
    }

    /// Every kernel and every indicator with its usual parameters, each identity once.
    var all: [IndicatorImplementation] {
        var seen: Set<String> = []
        return (kernels.compactMap { IndicatorImplementation($0) } + Self.composed)
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

    /// `name=value` pairs.
    static func parameters(_ pairs: [String]) throws -> [String: Double] {
        var values: [String: Double] = [:]
        for pair in pairs {
            let parts = pair.split(separator: "=")
            // `Double` would also read hexadecimal digits and words.
            guard parts.count == 2, parts[1].allSatisfy("0123456789+-.eE".contains),
                let value = Double(parts[1]), value.isFinite
            else {
                throw wrongWords("a parameter is NAME=NUMBER, such as period=20; not '\(pair)'")
            }
            let name = String(parts[0])
            guard values.updateValue(value, forKey: name) == nil else {
                throw wrongWords("the parameter \(name) stands there twice; give it once")
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
    /// The numbers among the parameters in the identity.
    fileprivate var parameters: [String: Double] {
        let pairs = identity.dropFirst(name.count + 1).dropLast().split(separator: ",")
        return Dictionary(
            pairs.compactMap { pair in
                let parts = pair.split(separator: "=")
                return parts.count == 2 ? Double(parts[1]).map { (String(parts[0]), $0) } : nil
            }, uniquingKeysWith: { first, _ in first })
    }
}
