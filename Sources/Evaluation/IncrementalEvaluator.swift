import Kernels
import MarketData
import Signals
import Trading

/// Runs a plan one bar at a time, for one instrument, as live trading does.
///
/// The kernels' steps are the very functions that the columnar blocks loop over. All memory is
/// taken at the start; a bar allocates nothing.
public struct IncrementalEvaluator: ~Copyable {
    /// The plan.
    public let plan: Plan
    private var pass: ScalarPass
    private let parts: [PartPass]
    /// What a universe gives, in the order of the nodes.
    let crossings: [Program.Crossing]
    /// The stages of a bar: 1 where no universe has a say.
    let stageCount: Int
    private var waiting: [Received] = []

    /// A bar that has come and was not taken yet.
    private struct Received {
        let bar: Bar
        let symbol: String?
        let closedAt: Timestamp
    }

    /// An evaluator before the first bar.
    ///
    /// - Parameters:
    ///   - plan: the compiled rule.
    ///   - schedule: when the instrument's bars begin and close.
    ///   - others: the same for each other instrument that the plan reads.
    /// - Precondition: `others` holds every symbol of the plan.
    public init(_ plan: Plan, _ schedule: BarSchedule, others: [String: BarSchedule] = [:]) {
        self.plan = plan
        let program = Program(plan)
        pass = ScalarPass(program, schedule)
        (crossings, stageCount) = (program.crossings, program.stages.count)
        parts = program.parts.map { part in
            guard let base = part.frame.symbol.map({ others[$0] }) ?? schedule else {
                preconditionFailure("the plan reads \(part.frame.symbol ?? ""), not given")
            }
            return PartPass(part, base: base)
        }
        waiting.reserveCapacity(2 * parts.count)
    }

    /// Receives a closed bar, of another instrument where one is named. Nothing is computed
    /// before `settle`, so bars that close at one instant may come in any order.
    public mutating func receive(_ bar: Bar, of symbol: String? = nil, closedAt: Timestamp) {
        waiting.append(Received(bar: bar, symbol: symbol, closedAt: closedAt))
    }

    /// Takes every bar received that has closed by an instant.
    ///
    /// At each own bar the others are known as of its close, that instant included.
    public mutating func settle(at instant: Timestamp) {
        while let index = nextIndex(until: instant) {
            let received = waiting.remove(at: index)
            if received.symbol == nil {
                advance(to: received.bar, closedAt: received.closedAt)
            } else {
                deliver(received)
            }
        }
    }

    /// Takes one own bar, when every other bar that closed by then has been settled: the first
    /// stage of a plan that compares a universe.
    public mutating func advance(to bar: Bar, closedAt: Timestamp) {
        if !parts.isEmpty {
            deliver(Received(bar: bar, symbol: nil, closedAt: closedAt))
            for part in parts { part.settle(at: closedAt, into: &pass) }
        }
        pass.advance(to: bar)
    }

    /// Puts in what the universe says at the last bar.
    func put(_ value: Double, node: Int) { pass.put(value, node: node) }

    /// Runs a further stage at the last bar.
    mutating func run(stage: Int) { pass.run(stage: stage) }

    /// The value of a number node at the last bar.
    func number(ofNode index: Int) -> Double { pass.numbers[index] }

    /// What a target wants at the close of the last bar, which closed at an instant.
    public func decision(target index: Int = 0, decidedAt: Timestamp) -> Decision {
        let target = plan.targets[index]
        return Decision(
            target.wishes { pass.truths[$0].value & 1 == 1 },
            stop: target.stop.node.map { pass.numbers[$0] } ?? .nan,
            target: target.target.node.map { pass.numbers[$0] } ?? .nan,
            weight: target.size.node.map { pass.numbers[$0] } ?? .nan,
            rank: target.rank.map { pass.numbers[$0] } ?? .nan, decidedAt: decidedAt)
    }

    /// The value of one node at the last bar.
    public func value(ofNode index: Int) -> TracedValue {
        plan.nodes[index].isCondition
            ? TracedValue(pass.truths[index], lane: 0) : TracedValue(pass.numbers[index])
    }

    /// The earliest waiting bar; at one instant other instruments come before the own one.
    private func nextIndex(until instant: Timestamp) -> Int? {
        var best: Int?
        for index in waiting.indices where waiting[index].closedAt <= instant {
            guard let present = best else {
                best = index
                continue
            }
            let (one, other) = (waiting[index], waiting[present])
            let isBefore =
                one.closedAt == other.closedAt
                ? one.symbol != nil && other.symbol == nil : one.closedAt < other.closedAt
            if isBefore { best = index }
        }
        return best
    }

    private func deliver(_ received: Received) {
        for part in parts where part.part.frame.symbol == received.symbol {
            part.take(received.bar, closedAt: received.closedAt)
        }
    }
}
