import Kernels
import MarketData
import Signals
import Trading

/// Runs a plan one bar at a time, for one instrument, as live trading does.
///
/// All memory is taken at the start; a bar allocates nothing. The kernels' steps are the very
/// functions that the columnar blocks loop over.
public struct IncrementalEvaluator: ~Copyable {
    /// The plan.
    public let plan: Plan
    private let program: Program
    private let arena: KernelArena
    private let interval: Interval
    private var numbers: [Double]
    private var truths: [Truth]
    private var lags: [TruthLag]
    private var starts: [TruthStart]
    private var stretch: Range<Timestamp>?

    /// An evaluator before the first bar.
    public init(_ plan: Plan, interval: Interval) {
        (self.plan, self.interval) = (plan, interval)
        program = Program(plan)
        arena = KernelArena(program.kernels, valueByteCount: MemoryLayout<Double>.stride)
        for (kernel, memory) in zip(program.kernels, arena.memories) { kernel.startScalar(memory) }
        numbers = Array(repeating: .nan, count: program.instructions.count)
        truths = Array(repeating: .unknown, count: program.instructions.count)
        lags = program.lagCounts.map(TruthLag.init(count:))
        starts = Array(repeating: TruthStart(), count: program.startCount)
    }

    /// Takes one closed bar.
    public mutating func advance(to bar: Bar) {
        let anchors = anchorBits(at: bar.time)
        program.step(
            bar, anchors: anchors, memories: arena.memories, numbers: &numbers,
            truths: &truths, lags: &lags, starts: &starts)
    }

    /// What a target wants at the close of the last bar, which closed at an instant.
    public func decision(target index: Int = 0, decidedAt: Timestamp) -> Decision {
        let target = plan.targets[index]
        return Decision(
            target.wishes { truths[$0].value & 1 == 1 },
            stop: target.stop.node.map { numbers[$0] } ?? .nan,
            target: target.target.node.map { numbers[$0] } ?? .nan, decidedAt: decidedAt)
    }

    /// The value of one node at the last bar.
    public func value(ofNode index: Int) -> TracedValue {
        plan.nodes[index].isCondition
            ? TracedValue(truths[index], lane: 0) : TracedValue(numbers[index])
    }

    /// Divides only when a bar leaves the stretch of the last one.
    private mutating func anchorBits(at time: Timestamp) -> UInt8 {
        if let stretch, stretch.contains(time) { return 0 }
        defer { stretch = interval.anchorStretch(of: time) }
        return stretch == nil ? 0 : 1
    }
}
