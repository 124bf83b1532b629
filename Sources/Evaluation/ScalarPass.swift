import Kernels
import MarketData
import Signals

/// The working memory of one bar-by-bar run: a value per node, and the kernels' states.
struct ScalarPass: ~Copyable {
    /// The value of each number node at the last bar.
    let numbers: NodeValues<Double>
    /// The value of each condition node at the last bar.
    let truths: NodeValues<Truth>
    /// What is the same at every bar, and unknown before the first.
    private let constants: [(node: Int, value: Double)]
    private let moves: [Move]
    /// Where each stage lies among the moves.
    private let stages: [Range<Int>]
    private let kernels: [RunningKernel]
    /// The same, without a count of references.
    private let unmanaged: [Unmanaged<RunningKernel>]
    private let arena: KernelArena
    private let sessionNodes: [(node: Int, number: SessionNumber)]
    private let schedule: BarSchedule
    private let countsSessions: Bool
    private let lags: TruthLags
    private let starts: NodeValues<TruthStart>
    private var stretch: Range<Timestamp>?
    private var bar = Bar(time: Timestamp(microseconds: .min))
    private var anchors: UInt8 = 0

    /// A kernel's step and its memory; the description beside them is not for the cache. An object
    /// that is reached without being retained: neither is then what the step holds.
    private final class RunningKernel {
        let step: CompiledKernel.Step
        let memory: KernelMemory

        init(_ kernel: CompiledKernel, _ memory: KernelMemory) {
            (step, self.memory) = (kernel.step, memory)
        }
    }

    /// An instruction in the order in which bars walk them.
    private struct Move {
        let node: Int
        let instruction: Program.Instruction
    }

    init(_ program: Program, _ schedule: BarSchedule) {
        (self.schedule, sessionNodes) = (schedule, program.sessionNodes)
        countsSessions = !sessionNodes.isEmpty
        arena = KernelArena(program.kernels, valueByteCount: MemoryLayout<Double>.stride)
        for (kernel, memory) in zip(program.kernels, arena.memories) { kernel.startScalar(memory) }
        kernels = zip(program.kernels, arena.memories).map { RunningKernel($0, $1) }
        unmanaged = kernels.map(Unmanaged.passUnretained)
        let count = program.instructions.count
        numbers = NodeValues(count: count, repeating: .nan)
        truths = NodeValues(count: count, repeating: .unknown)
        lags = TruthLags(counts: program.lagCounts)
        starts = NodeValues(count: program.startCount, repeating: TruthStart())
        var (constants, moves, stages) = ([(Int, Double)](), [Move](), [Range<Int>]())
        for stage in program.stages {
            let first = moves.count
            for node in program.order[stage] {
                let instruction = program.instructions[node]
                switch instruction.opcode {
                case .constant(let value): constants.append((node, value))
                case .session, .imported: break
                default: moves.append(Move(node: node, instruction: instruction))
                }
            }
            stages.append(first..<moves.count)
        }
        (self.constants, self.moves, self.stages) = (constants, moves, stages)
    }

    /// Takes one closed bar: all of it for a program that asks no universe, else its first stage.
    mutating func advance(to bar: Bar) {
        if stretch == nil { for (node, value) in constants { numbers[node] = value } }
        (self.bar, anchors) = (bar, anchorBits(at: bar.time))
        // Here, not in the walk: a schedule that is handed on is retained at every bar.
        if countsSessions { numberSessions(at: bar.time) }
        run(stage: 0)
    }

    /// Runs a stage over the bar that was taken, when what it reads of the universe has been put
    /// in. It changes only what it points to, and is mutating so that no copy is made for it.
    mutating func run(stage: Int) {
        let (kernels, moves) = (unmanaged.span, moves.span)
        for place in stages[stage] {
            let (node, instruction) = (moves[place].node, moves[place].instruction)
            let (first, second) = (instruction.first, instruction.second)
            switch instruction.opcode {
            case .field(let field): numbers[node] = bar[field].finite
            case .kernel(let kernel):
                let input = Inputs(
                    numbers[first], numbers[second], numbers[instruction.third],
                    numbers[instruction.fourth], numbers[instruction.fifth], anchors: anchors)
                numbers[node] = kernels[kernel]._withUnsafeGuaranteedRef {
                    $0.step(input, $0.memory)
                }
            case .output(let output, let kernel):
                numbers[node] = kernels[Int(kernel)]._withUnsafeGuaranteedRef {
                    $0.memory.output(Int(output))
                }
            case .number: numbers[node] = Double(truths[first], lane: 0)
            case .greater: truths[node] = Truth(numbers[first], isGreaterThan: numbers[second])
            case .and: truths[node] = truths[first] && truths[second]
            case .or: truths[node] = truths[first] || truths[second]
            case .not: truths[node] = !truths[first]
            case .lagged(let lag): truths[node] = lags.step(lag, truths[first])
            case .begins(let start):
                var state = starts[start]
                truths[node] = state.step(truths[first])
                starts[start] = state
            case .constant, .session, .imported: break
            }
        }
    }

    /// Puts in what the universe says.
    func put(_ value: Double, node: Int) { numbers[node] = value }

    /// Puts in what nodes of another frame are known to be.
    func take(_ exports: [ProgramPart.Export], from part: borrowing ScalarPass) {
        for export in exports {
            numbers[export.node] = part.numbers[export.local]
            truths[export.node] = part.truths[export.local]
        }
    }

    private func numberSessions(at time: Timestamp) {
        for (node, number) in sessionNodes {
            numbers[node] = schedule.number(number, ofBarAt: time)
        }
    }

    /// Divides only when a bar leaves the stretch of the last one.
    private mutating func anchorBits(at time: Timestamp) -> UInt8 {
        if let stretch, stretch.contains(time) { return 0 }
        defer { stretch = schedule.interval.anchorStretch(of: time) }
        return stretch == nil ? 0 : 1
    }
}

/// The truths of the last few bars of several nodes: an object, so that the walk over a bar writes
/// nothing of its own.
private final class TruthLags {
    private var lags: [TruthLag]

    init(counts: [Int]) { lags = counts.map(TruthLag.init(count:)) }

    /// Takes a node's truth, returns its earlier one.
    func step(_ lag: Int, _ truth: Truth) -> Truth { lags[lag].step(truth) }
}

/// A part of a program over the bars of its frame, one at a time.
final class PartPass {
    /// What it computes, and whose bars it takes.
    let part: ProgramPart
    private var pass: ScalarPass
    private var resampler: Resampler?

    init(_ part: ProgramPart, base: BarSchedule) {
        self.part = part
        let interval = part.frame.interval ?? base.interval
        pass = ScalarPass(
            part.program, BarSchedule(interval: interval, calendar: base.calendar))
        resampler = interval == base.interval ? nil : Resampler(base, to: interval)
    }

    /// Takes one closed bar of the instrument.
    func take(_ bar: Bar, closedAt: Timestamp) {
        guard resampler != nil else { return pass.advance(to: bar) }
        if let longer = resampler?.add(bar, closedAt: closedAt) { pass.advance(to: longer) }
    }

    /// Closes the longer bar that is due, and gives the values known at an instant.
    func settle(at instant: Timestamp, into own: inout ScalarPass) {
        if let longer = resampler?.close(at: instant) { pass.advance(to: longer) }
        own.take(part.nodes, from: pass)
    }
}
