import Kernels
import MarketData

extension Plan {
    /// Reads a plan from its canonical text, with the `custom` kernels of strategies beside the
    /// built-in ones.
    ///
    /// - Throws: when a line is malformed, or a kernel is unknown or gives other bits.
    public init(canonicalText text: String, custom: [CompiledKernel] = []) throws(PlanError) {
        var reader = PlanReader(custom: custom)
        for (index, line) in text.split(separator: "\n").enumerated() {
            try reader.read(line, number: index + 1)
        }
        self.init(reader.builder.nodes, reader.targets)
    }
}

private struct PlanReader {
    let custom: [CompiledKernel]
    var builder = PlanBuilder()
    var targets: [Plan.Target] = []
    private var names: [String] = []
    private var kernels: [String: CompiledKernel] = [:]

    init(custom: [CompiledKernel]) { self.custom = custom }

    mutating func read(_ line: Substring, number: Int) throws(PlanError) {
        let malformed = PlanError.malformed(line: number, text: String(line))
        let words = line.split(separator: " ")
        switch words.first {
        case "finstage-plan":
            guard number == 1, words == ["finstage-plan", "1"] else { throw malformed }
        case "strategies": names = words.dropFirst().map(String.init)
        case "kernel": try readKernel(words, number: number, malformed)
        case "node": try readNode(words, malformed)
        case "target":
            guard targets.count < names.count,
                let target = Plan.Target(
                    canonicalForm: line, name: names[targets.count], nodes: builder.nodes)
            else { throw malformed }
            targets.append(target)
        default: throw malformed
        }
    }

    private mutating func readKernel(
        _ words: [Substring], number: Int, _ malformed: PlanError
    ) throws(PlanError) {
        guard words.count == 4, words[2] == "bits" else { throw malformed }
        let identity = String(words[1])
        let found =
            custom.first { $0.identity == identity }
            ?? KernelCatalog.kernel(identity: identity)
        guard let found else { throw .unknownKernel(identity, line: number) }
        guard found.outputDigest.description == words[3] else {
            throw .differentKernel(identity, line: number)
        }
        kernels[identity] = found
    }

    /// `node INDEX OPERATION… [in SYMBOL INTERVAL] [of INPUT…]`
    private mutating func readNode(
        _ words: [Substring], _ malformed: PlanError
    ) throws(PlanError) {
        let rest = words.dropFirst(2)
        let parts = rest.split(separator: "of", maxSplits: 1)
        let isLeaf = ["field", "session", "constant"].contains(rest.first)
        guard words.count >= 3, Int(words[1]) == builder.nodes.count,
            let form = isLeaf ? rest.prefix(2) : parts.first,
            let operation = operation(Array(form)),
            let frame = isLeaf ? frame(Array(rest.dropFirst(2))) : .own
        else { throw malformed }
        let references = isLeaf || parts.count < 2 ? [] : parts[1]
        let inputs = references.compactMap { Int($0) }
        guard inputs.count == references.count,
            inputs.allSatisfy({ builder.nodes.indices.contains($0) }),
            accepts(operation, inputs),
            builder.intern(operation, inputs, in: frame) == builder.nodes.count - 1
        else { throw malformed }
    }

    /// The own frame for no words, nil for malformed ones.
    private func frame(_ words: [Substring]) -> Frame? {
        if words.isEmpty { return .own }
        guard words.count == 3, words[0] == "in" else { return nil }
        return Frame(words[1], words[2])
    }

    private func operation(_ words: [Substring]) -> Signals.Operation? {
        switch (words[0], words.count) {
        case ("field", 2):
            Field.allCases.first { "\($0)" == words[1] }.map { .field($0) }
        case ("session", 2): SessionNumber(rawValue: String(words[1])).map { .session($0) }
        case ("constant", 2): Double(words[1]).map { .constant($0.bitPattern) }
        case ("kernel", 2): kernels[String(words[1])].map { .kernel($0) }
        case ("output", 2): Int(words[1]).flatMap { $0 >= 1 ? .output($0) : nil }
        case ("lagged", 2): Int(words[1]).flatMap { $0 >= 1 ? .lagged(by: $0) : nil }
        case ("across", 2): CrossSection(identity: String(words[1])).map { .across($0) }
        case ("number", 1): .number
        case ("greater", 1): .greater
        case ("and", 1): .and
        case ("or", 1): .or
        case ("not", 1): .not
        case ("begins", 1): .begins
        default: nil
        }
    }

    /// The right number of inputs, each a number or a condition as the operation wants.
    private func accepts(_ operation: Signals.Operation, _ inputs: [Int]) -> Bool {
        let areConditions = inputs.map { builder.nodes[$0].operation.isCondition }
        switch operation {
        case .field, .session, .constant: return inputs.isEmpty
        case .kernel(let kernel):
            return inputs.count == kernel.inputCount && !areConditions.contains(true)
        case .output(let index):
            guard inputs.count == 1, case .kernel(let kernel) = builder.nodes[inputs[0]].operation
            else { return false }
            return index < kernel.outputCount
        case .across: return areConditions == [false]
        case .greater: return areConditions == [false, false]
        case .and, .or: return areConditions == [true, true]
        case .number, .not, .lagged, .begins: return areConditions == [true]
        }
    }
}
