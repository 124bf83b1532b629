/// One strategy file as text: which strategy it holds, and what in it no strategy file may have.
///
/// A rule is causal because it can reach nothing but the bars. So a file imports `Signals` alone,
/// keeps no state outside its strategy, and nests its helpers in the strategy's type: what compiles
/// alone then compiles in the catalogue too.
public struct StrategySource: Sendable {
    /// A place in the file that has to be mended.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        /// The line, from 1.
        public let line: Int
        /// What is wrong, and what to do.
        public let text: String
        /// The file as it was named.
        let path: String

        /// `Mine.swift:3:1: error: …`, as a compiler says it.
        public var description: String { "\(path):\(line):1: error: \(text)" }
    }

    /// The strategy's type; nil where there is not just one.
    public let name: String?
    /// The line of that type, from 1; nil where there is not just one.
    public let line: Int?
    /// What has to be mended, in the order of lines.
    public let problems: [Problem]

    /// Reads the text of a file.
    ///
    /// - Parameters:
    ///   - text: the whole file.
    ///   - path: how the file is named in messages.
    public init(_ text: String, path: String) {
        let lines = SourceLines(text).lines
        var problems: [Problem] = []
        var names: [(line: Int, name: String)] = []
        func complain(_ line: Int, _ text: String) {
            problems.append(Problem(line: line + 1, text: text, path: path))
        }
        for (index, line) in lines.enumerated() {
            if let found = line.firstMatch(of: Self.strategy) {
                names.append((index, String(found.1)))
            } else if let what = Self.complaint(about: line) {
                complain(index, what)
            }
        }
        if names.isEmpty {
            complain(
                0,
                "there is no strategy here; write 'struct Mine: Strategy { … }' at the "
                    + "beginning of a line")
        }
        for (line, name) in names.dropFirst() {
            complain(
                line,
                "a file has one strategy, and \(names[0].name) is there already; put "
                    + "\(name) into a file of its own")
        }
        for (line, name) in names where Self.takenNames.contains(name) {
            complain(
                line,
                "\(name) means something else in a strategy's file already; choose another name")
        }
        let only = names.count == 1 ? names[0] : nil
        (name, line) = (only?.name, only.map { $0.line + 1 })
        self.problems = problems.sorted { $0.line < $1.line }
    }

    /// Names that a strategy cannot have, as its own file would mean itself by them: what `Signals`
    /// brings along, what every Swift file knows, and what the test of a new file is made of.
    public static let takenNames: Set<String> = vocabulary.union(elsewhere)

    private static let vocabulary: Set<String> = [
        "AverageKind", "Bars", "CandlePattern", "CandleSetting", "CompiledKernel", "Condition",
        "CrossSection", "ExitLevel", "FourOutputs", "Frame", "Indicator", "IndicatorCatalog",
        "InputColumns", "Inputs", "Kernel", "KernelCatalog", "KernelKind", "KernelMagnitude",
        "KernelMemory", "KernelUnit", "Lane", "LaneMask", "Lanes", "Limits", "Parameter",
        "ParameterDescription", "ParameterError", "ParameterValue", "Plan", "PlanError",
        "Rebalance", "Recurrence", "ScalarKernel", "SettlingRecurrence", "Signal", "Size", "Sizing",
        "StepOutput", "Stepping", "StopLevel", "Strategy", "StrategyExport", "TargetExposure",
        "ThreeOutputs", "Truth", "TwoOutputs",
    ]

    private static let elsewhere: Set<String> = [
        "AdjustedHistory", "Any", "AnyObject", "Array", "Bool", "Character", "Collection",
        "ColumnarEvaluator", "Comparable", "Decision", "Dictionary", "Double", "Equatable",
        "Error", "Evaluation", "Float", "Hashable", "Int", "Kernels", "MarketData", "Never",
        "Optional", "Protocol", "Range", "ClosedRange", "Result", "Self", "Sendable", "Sequence",
        "Set", "Signals", "Strategies", "StrategyCatalog", "String", "Substring", "Suite", "Swift",
        "SyntheticMarket", "Test", "Testing", "Trading", "Type", "Universe", "Void",
    ]

    private static var strategy: Regex<(Substring, Substring)> {
        /^(?:public |package )?struct\s+(\w+)\s*:\s*[^{]*\bStrategy\b/
    }

    /// What is wrong with a line, without its comments and texts; nil where nothing is.
    ///
    /// A word is looked for before its pattern is: few lines have one.
    private static func complaint(about line: String) -> String? {
        if line.contains("import"), let module = importedModule(in: line), module != "Signals" {
            return "a strategy file imports Signals alone, so that a rule can reach nothing but "
                + "the bars; leave \(module) out"
        }
        if line.contains("static"), isMemory(line) {
            return "a static outlives a bar, so that a rule could remember what it must not; keep "
                + "state in a kernel, and a constant in the rule"
        }
        if ["unsafe", "@unchecked", "Unsafe", "@_"].contains(where: line.contains), isUnsafe(line) {
            return "a strategy file has nothing unsafe; write what it needs in the vocabulary, or "
                + "as a kernel"
        }
        if let what = chance(in: line) {
            return "a rule decides by the bars alone, so that it decides the same tomorrow; leave "
                + "\(what) out"
        }
        // What is indented or closes something is no declaration at the top.
        guard let first = line.first, first.isLetter, let name = topDeclaration(in: line) else {
            return nil
        }
        return "'\(name)' at the top of a file could clash with what another strategy has there; "
            + "nest it in the strategy's type"
    }

    private static func importedModule(in line: String) -> Substring? {
        line.firstMatch(of: /^\s*(?:@\w+\s+|\w+\s+)?import\s+(?:\w+\s+)?(\w+)/)?.1
    }

    private static func isMemory(_ line: String) -> Bool {
        let isConstant = line.contains(/\bstatic\s+let\s+\w+(\s*:\s*\w+)?\s*=\s*("|-?[0-9])/)
        return line.contains(/\bstatic\s+var\s+\w+[^{]*=/)
            || line.contains(/\bstatic\s+let\b/) && !isConstant
    }

    private static func isUnsafe(_ line: String) -> Bool {
        line.contains(/nonisolated\(unsafe\)|@unchecked|Unsafe\w*(Pointer|Buffer)|@_/)
    }

    /// What gives another value at every run: chance, the clock, and hashes, which are seeded anew.
    ///
    /// No word boundaries: a dot between letters is none to a regular expression.
    private static func chance(in line: String) -> Substring? {
        guard ["andom", "shuffle", "Clock", "hashValue"].contains(where: line.contains) else {
            return nil
        }
        let drawn = /\.\s*(random|randomElement|shuffled?)\s*\(/
        let named = /(SystemRandom\w+|ContinuousClock|SuspendingClock|hashValue)/
        return line.firstMatch(of: drawn)?.1 ?? line.firstMatch(of: named)?.1
    }

    /// The name of a helper, or the kind of it where that says enough.
    private static func topDeclaration(in line: String) -> Substring? {
        let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        let modifiers: Set<Substring> = [
            "public", "package", "internal", "private", "fileprivate", "final",
        ]
        let rest = words.drop { modifiers.contains($0) }
        let kinds: Set<Substring> = [
            "let", "var", "func", "struct", "enum", "class", "actor", "protocol", "typealias",
            "extension",
        ]
        guard let kind = rest.first, kinds.contains(kind) else { return nil }
        return rest.dropFirst().first ?? kind
    }
}
