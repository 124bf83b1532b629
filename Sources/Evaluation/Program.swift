import Kernels
import MarketData
import Signals

/// A plan lowered to flat instructions: what both evaluators walk.
///
/// The nodes of the own frame are instructions here. Those of each other frame are a program of
/// their own, which runs over that frame's bars; here they are imported, as they were known at
/// each bar. An instruction holds nothing that is reference counted, so walking the list once per
/// bar costs no retain and no release. Kernels stand aside, reached by index.
struct Program: Sendable {
    enum Opcode {
        case field(Field)
        case session(SessionNumber)
        case constant(Double)
        case kernel(Int)
        /// An output of the kernel that the input node runs, from the second (1) on.
        case output(Int32, ofKernel: Int32)
        /// A truth as a number.
        case number
        case greater
        case and
        case or
        case not
        case lagged(Int)
        case begins(Int)
        /// A node of another frame, or what a cross-section says.
        case imported
    }

    struct Instruction {
        let opcode: Opcode
        /// The nodes that are read; the last is repeated where there are fewer.
        let first: Int
        let second: Int
        let third: Int
        let fourth: Int
        let fifth: Int

        init(_ opcode: Opcode, of nodes: [Int]) {
            func node(_ place: Int) -> Int {
                nodes.isEmpty ? 0 : nodes[min(place, nodes.count - 1)]
            }
            (self.opcode, first, second) = (opcode, node(0), node(1))
            (third, fourth, fifth) = (node(2), node(3), node(4))
        }

        var inputs: [Int] { [first, second, third, fourth, fifth] }
    }

    private(set) var instructions: [Instruction] = []
    private(set) var kernels: [CompiledKernel] = []
    /// How many values each kernel has at each bar.
    private(set) var outputCounts: [Int] = []
    private(set) var lagCounts: [Int] = []
    private(set) var startCount = 0
    /// The nodes that read the calendar or the clock, and what they read.
    private(set) var sessionNodes: [(node: Int, number: SessionNumber)] = []
    /// What is compared across a universe, in the order of the nodes.
    private(set) var crossings: [Crossing] = []
    /// The nodes in the order in which they run bar by bar: first those that read no
    /// cross-section, then those that read one, then those that read one of such, and so on.
    private(set) var order: [Int] = []
    /// Where each of these stages lies in that order.
    private(set) var stages: [Range<Int>] = []

    /// A node that a universe gives.
    struct Crossing {
        /// The node.
        let node: Int
        /// What is made of the members' values.
        let section: CrossSection
        /// The node whose values they are.
        let input: Int
        /// The first stage that may read it; its input runs in the one before.
        let stage: Int
    }

    /// The programs of the other frames.
    private(set) var parts: [ProgramPart] = []

    init(_ plan: Plan) {
        for node in plan.nodes {
            append(node.frame == .own ? node.operation : nil, of: node.inputs)
        }
        arrange(plan)
        parts = plan.frames.map { ProgramPart($0, of: plan) }
    }

    /// The nodes of one frame, whose inputs all lie among them.
    init(_ nodes: [(operation: Operation, inputs: [Int])]) {
        for node in nodes { append(node.operation, of: node.inputs) }
        order = Array(instructions.indices)
        stages = [0..<order.count]
    }

    private mutating func arrange(_ plan: Plan) {
        var stageOf: [Int] = []
        for (index, node) in plan.nodes.enumerated() {
            let reached = node.inputs.map { stageOf[$0] }.max() ?? 0
            guard case .across(let section) = node.operation else {
                stageOf.append(reached)
                continue
            }
            stageOf.append(reached + 1)
            crossings.append(
                Crossing(
                    node: index, section: section, input: node.inputs[0], stage: reached + 1))
        }
        for stage in 0...(stageOf.max() ?? 0) {
            let start = order.count
            order += stageOf.indices.filter { stageOf[$0] == stage }
            stages.append(start..<order.count)
        }
    }

    /// Without an operation the node is another frame's.
    private mutating func append(_ operation: Operation?, of inputs: [Int]) {
        let opcode = operation.map { lower($0, of: inputs) } ?? .imported
        instructions.append(Instruction(opcode, of: inputs))
    }

    /// What its nodes read of the calendar and the clock.
    var sessionNumbers: Set<SessionNumber> { Set(sessionNodes.map(\.number)) }

    /// How many values a node has at each bar.
    func outputCount(ofNode index: Int) -> Int {
        guard case .kernel(let kernel) = instructions[index].opcode else { return 1 }
        return outputCounts[kernel]
    }

    /// The places, among some nodes, of the kernels with one output; of equal nodes the first.
    func singleOutputs(of nodes: [Int]) -> [Int] {
        nodes.indices.filter { index in
            guard case .kernel(let kernel) = instructions[nodes[index]].opcode,
                outputCounts[kernel] == 1
            else { return false }
            return nodes.firstIndex(of: nodes[index]) == index
        }
    }

    /// Some nodes with all that they read, in the order of the program.
    func needs(of nodes: [Int]) -> [Int] {
        var isNeeded = Array(repeating: false, count: instructions.count)
        for node in nodes { isNeeded[node] = true }
        for (index, instruction) in instructions.enumerated().reversed() where isNeeded[index] {
            switch instruction.opcode {
            case .field, .session, .constant, .imported: break
            case .kernel, .output, .number, .greater, .and, .or, .not, .lagged, .begins:
                for input in instruction.inputs { isNeeded[input] = true }
            }
        }
        return isNeeded.indices.filter { isNeeded[$0] }
    }

    private mutating func lower(_ operation: Operation, of inputs: [Int]) -> Opcode {
        switch operation {
        case .field(let field): return .field(field)
        case .session(let number):
            sessionNodes.append((instructions.count, number))
            return .session(number)
        case .constant(let bits): return .constant(Double(bitPattern: bits).finite)
        // A universe gives it, as another frame gives its nodes.
        case .across: return .imported
        case .number: return .number
        case .greater: return .greater
        case .and: return .and
        case .or: return .or
        case .not: return .not
        case .kernel(let kernel):
            kernels.append(kernel)
            outputCounts.append(kernel.outputCount)
            return .kernel(kernels.count - 1)
        case .output(let output):
            guard case .kernel(let kernel) = instructions[inputs[0]].opcode else {
                preconditionFailure("node \(inputs[0]) is no kernel: it has no output \(output)")
            }
            return .output(Int32(output), ofKernel: Int32(kernel))
        case .lagged(let count):
            lagCounts.append(count)
            return .lagged(lagCounts.count - 1)
        case .begins:
            startCount += 1
            return .begins(startCount - 1)
        }
    }
}

/// The truths of the last few bars.
struct TruthLag {
    private var ring: [Truth]
    private var slot = 0

    init(count: Int) { ring = Array(repeating: .unknown, count: count) }

    /// Takes this bar's truth, returns that of `count` bars ago.
    @inline(__always)
    mutating func step(_ truth: Truth) -> Truth {
        let earlier = ring[slot]
        ring[slot] = truth
        slot = slot + 1 == ring.count ? 0 : slot + 1
        return earlier
    }

    /// Steps over the rows of a block.
    mutating func run(
        _ input: Span<Truth>, into output: inout MutableSpan<Truth>, rowCount: Int
    ) {
        for row in 0..<rowCount { output[row] = step(input[row]) }
    }
}

/// The truth at the last bar at which it was known, lane by lane.
struct TruthStart: BitwiseCopyable {
    private var before = Truth.unknown

    /// True where `truth` is true and was false when last known.
    @inline(__always)
    mutating func step(_ truth: Truth) -> Truth {
        let result = Truth(value: truth.value & ~before.value, known: truth.known & before.known)
        before = Truth(
            value: truth.known & truth.value | ~truth.known & before.value,
            known: truth.known | before.known)
        return result
    }
}
