import MarketData
import Signals

/// The nodes of a plan that count in the bars of one other frame.
struct ProgramPart: Sendable {
    /// A node of the part, with its place in the plan.
    struct Export {
        let local: Int
        let node: Int
        let isCondition: Bool
    }

    /// Whose bars they are.
    let frame: Frame
    /// What runs over them. No node of another frame is among its inputs: a node that reads two
    /// frames belongs to the own one.
    let program: Program
    /// Every node.
    let nodes: [Export]
    /// The nodes that others read: what must be known at each own bar.
    let exports: [Export]

    init(_ frame: Frame, of plan: Plan) {
        let members = plan.nodes.indices.filter { plan.nodes[$0].frame == frame }
        var places: [Int: Int] = [:]
        for (local, node) in members.enumerated() { places[node] = local }
        let isRead = Set(
            plan.nodes.filter { $0.frame == .own }.flatMap(\.inputs)
                + plan.targets.flatMap(\.nodes))
        self.frame = frame
        program = Program(
            members.map { node in
                let inputs = plan.nodes[node].inputs.compactMap { places[$0] }
                return (plan.nodes[node].operation, inputs)
            })
        nodes = members.enumerated().map { local, node in
            Export(local: local, node: node, isCondition: plan.nodes[node].isCondition)
        }
        exports = nodes.filter { isRead.contains($0.node) }
    }
}

extension Plan.Target {
    /// Every node that the target reads.
    fileprivate var nodes: [Int] {
        conditions + values + [sessionStart].compactMap(\.self)
    }
}

extension AdjustedHistory.Segment {
    /// The bars of a frame.
    ///
    /// - Precondition: the segment holds those of the other instrument.
    func series(of frame: Frame) -> Series {
        guard let base = frame.symbol.map({ others[$0] }) ?? series else {
            preconditionFailure("the plan reads \(frame.symbol ?? ""), which was not given")
        }
        return frame.interval.map { base.resampled(to: $0) } ?? base
    }
}
