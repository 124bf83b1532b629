import Kernels
import MarketData

/// The working memory of one bar-by-bar run: a value per node, and the kernels' states.
struct ScalarPass: ~Copyable {
    /// The value of each number node at the last bar.
    private(set) var numbers: [Double]
    /// The value of each condition node at the last bar.
    private(set) var truths: [Truth]
    private let program: Program
    private let arena: KernelArena
    private let schedule: BarSchedule
    private let countsSessions: Bool
    private var lags: [TruthLag]
    private var starts: [TruthStart]
    private var stretch: Range<Timestamp>?
    private var bar = Bar(time: Timestamp(microseconds: .min))
    private var anchors: UInt8 = 0

    init(_ program: Program, _ schedule: BarSchedule) {
        (self.program, self.schedule) = (program, schedule)
        countsSessions = !program.sessionNodes.isEmpty
        arena = KernelArena(program.kernels, valueByteCount: MemoryLayout<Double>.stride)
        for (kernel, memory) in zip(program.kernels, arena.memories) { kernel.startScalar(memory) }
        numbers = Array(repeating: .nan, count: program.instructions.count)
        truths = Array(repeating: .unknown, count: program.instructions.count)
        lags = program.lagCounts.map(TruthLag.init(count:))
        starts = Array(repeating: TruthStart(), count: program.startCount)
    }

    /// Takes one closed bar: all of it for a program that asks no universe, else its first stage.
    mutating func advance(to bar: Bar) {
        (self.bar, anchors) = (bar, anchorBits(at: bar.time))
        // Here, not in the walk: a schedule that is handed on is retained at every bar.
        if countsSessions { numberSessions(at: bar.time) }
        run(stage: 0)
    }

    /// Runs a stage over the bar that was taken, when what it reads of the universe has been put
    /// in.
    mutating func run(stage: Int) {
        program.step(
            bar, stage: stage, anchors: anchors, memories: arena.memories, numbers: &numbers,
            truths: &truths, lags: &lags, starts: &starts)
    }

    /// Puts in what the universe says.
    mutating func put(_ value: Double, node: Int) { numbers[node] = value }

    /// Puts in what nodes of another frame are known to be.
    mutating func take(_ exports: [ProgramPart.Export], from part: borrowing ScalarPass) {
        for export in exports {
            numbers[export.node] = part.numbers[export.local]
            truths[export.node] = part.truths[export.local]
        }
    }

    private mutating func numberSessions(at time: Timestamp) {
        for (node, number) in program.sessionNodes {
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
