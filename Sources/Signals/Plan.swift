import Digests
import Kernels

/// One or more strategies as one graph in which every distinct node exists once.
///
/// Nodes stand in topological order: an input always has a smaller index. The order follows from
/// what the targets say, not from how the rule was written, so equal rules give equal plans.
public struct Plan: Sendable {
    /// One node.
    public struct Node: Sendable {
        package let operation: Operation
        /// The indices of the inputs; all smaller than the node's own.
        public let inputs: [Int]
        /// In whose bars it counts.
        public let frame: Frame
        /// The first bar of its frame at which the node is known, when every price is.
        ///
        /// Exact for numbers and comparisons. `&&` and `||` may be known earlier, where one side
        /// decides alone; from this bar on they always are. What a node reads of other frames
        /// counts as known from the start.
        public let lookback: Int
        /// True for a condition, false for a number.
        public let isCondition: Bool
        /// The operation in words, with its parameters.
        public var label: String {
            operation.canonicalForm(in: inputs.isEmpty ? frame : .own)
        }
    }

    /// The nodes, inputs first.
    public let nodes: [Node]
    /// One target per strategy, in the order given.
    public let targets: [Target]

    /// Compiles strategies into one graph.
    public init(_ strategies: [any Strategy]) {
        var builder = PlanBuilder()
        let drafts = strategies.map { strategy in
            builder.target(strategy.target(Bars()), name: type(of: strategy).name)
        }
        self.init(builder.nodes, drafts)
    }

    /// Compiles one strategy.
    public init(_ strategy: any Strategy) { self.init([strategy]) }

    /// Compiles one exposure under a name.
    public init(_ exposure: TargetExposure, name: String) { self.init([(exposure, name)]) }

    /// Compiles exposures under their names.
    init(_ exposures: [(exposure: TargetExposure, name: String)]) {
        var builder = PlanBuilder()
        let drafts = exposures.map { builder.target($0.exposure, name: $0.name) }
        self.init(builder.nodes, drafts)
    }

    /// Renumbers drafted nodes in the order in which the targets reach them.
    init(_ drafts: [PlanBuilder.Draft], _ targets: [Target]) {
        var order = CanonicalOrder(drafts)
        self.targets = targets.map { target in target.mapped { order.index(of: $0) } }
        nodes = order.nodes
    }

    /// The first bar at which every condition of every target is known.
    public var lookback: Int {
        targets.flatMap(\.deciding).map { nodes[$0].lookback }.max() ?? 0
    }

    /// The frames beside the own one, in the order of their first node.
    public var frames: [Frame] {
        var seen: Set<Frame> = [.own]
        return nodes.map(\.frame).filter { seen.insert($0).inserted }
    }

    /// The other instruments that the plan reads, in the order of their first node.
    public var symbols: [String] {
        var seen: Set<String> = []
        return frames.compactMap(\.symbol).filter { seen.insert($0).inserted }
    }

    /// The stored columns of the traded instrument that the plan reads, by name.
    public var columns: [String] { frames.compactMap(\.ownColumn) }

    /// True where the rule compares the instrument with the others of a universe.
    public var isCrossSectional: Bool { nodes.contains(where: \.operation.isBarrier) }

    /// Equal for plans that compute the same, in this and every other run: the SHA-256 of the
    /// canonical text without the strategies' names.
    public var fingerprint: Digest { Digest(of: canonicalBody) }

    /// The distinct kernels, in the order of their first node.
    public var kernels: [CompiledKernel] {
        var seen: Set<String> = []
        return nodes.compactMap { node in
            guard case .kernel(let kernel) = node.operation, seen.insert(kernel.identity).inserted
            else { return nil }
            return kernel
        }
    }
}

/// Numbers nodes depth first from the targets, so that only what the rule says decides the order.
private struct CanonicalOrder {
    private let drafts: [PlanBuilder.Draft]
    private var indices: [Int?]
    private(set) var nodes: [Plan.Node] = []

    init(_ drafts: [PlanBuilder.Draft]) {
        self.drafts = drafts
        indices = Array(repeating: nil, count: drafts.count)
    }

    mutating func index(of draft: Int) -> Int {
        if let index = indices[draft] { return index }
        let source = drafts[draft]
        let inputs = source.inputs.map { index(of: $0) }
        nodes.append(
            Plan.Node(
                operation: source.operation, inputs: inputs, frame: source.frame,
                lookback: source.lookback, isCondition: source.operation.isCondition))
        indices[draft] = nodes.count - 1
        return nodes.count - 1
    }
}
