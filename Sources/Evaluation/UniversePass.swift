import Kernels
import MarketData
import Signals

/// The members of a universe through a plan that compares them, one instant after another.
///
/// At each instant the bars that close run the first stage; the universe is compared where that is
/// due; the same bars run the next stage with what it says, and so on.
final class UniversePass {
    /// The members, in the universe's order.
    let members: [MemberPass]
    private let universe: Universe
    private let crossings: [Program.Crossing]
    private let stageCount: Int
    /// What the last comparison said: `[crossing][member]`.
    private var latest: [[Double]]
    /// The comparisons to come, by their instants, with the values that take part.
    private var waiting: [Timestamp: [[Double]]] = [:]
    private var scratch: [Double] = []

    /// A pass before the first bar.
    init(_ plan: Plan, _ universe: Universe) {
        self.universe = universe
        members = universe.members.map { MemberPass(plan, $0) }
        let program = Program(plan)
        (crossings, stageCount) = (program.crossings, program.stages.count)
        latest = crossings.map { _ in universe.members.map { _ in .nan } }
    }

    /// Takes every bar that closes up to an instant, that instant included.
    func advance(through end: Timestamp) {
        while let instant = members.compactMap(\.nextClose).min(), instant <= end {
            take(instant)
        }
    }

    private func take(_ instant: Timestamp) {
        for earlier in waiting.keys.filter({ $0 < instant }).sorted() {
            for stage in 1..<stageCount { compare(at: earlier, stage: stage) }
            waiting[earlier] = nil
        }
        let closing = members.indices.filter { members[$0].nextClose == instant }
        for member in closing { members[member].advance() }
        for stage in 1..<stageCount {
            for member in closing { enter(member, closedAt: instant, stage: stage) }
            compare(at: instant, stage: stage)
            for member in closing {
                members[member].run(stage: stage, latest.map { $0[member] })
            }
        }
        waiting[instant] = nil
    }

    /// Notes what a member brings to the comparison of its last bar.
    private func enter(_ member: Int, closedAt: Timestamp, stage: Int) {
        guard let due = universe.comparedAt(ofBarAt: members[member].time, closedAt: closedAt),
            closedAt <= due
        else { return }
        for (index, crossing) in crossings.enumerated() where crossing.stage == stage {
            waiting[due, default: crossings.map { _ in members.map { _ in .nan } }][index][member] =
                members[member].evaluator.number(ofNode: crossing.input)
        }
    }

    /// Makes a comparison that is due; none where no member takes part.
    private func compare(at instant: Timestamp, stage: Int) {
        guard let values = waiting[instant] else { return }
        for (index, crossing) in crossings.enumerated() where crossing.stage == stage {
            latest[index] = values[index]
            var span = latest[index].mutableSpan
            crossing.section.apply(to: &span, scratch: &scratch)
        }
    }
}
