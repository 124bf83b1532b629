import Kernels
import MarketData

extension Plan {
    /// A plan that shows some signals and trades nothing: one target for each, whose `stop` names
    /// its node.
    public init(showing signals: [Signal], name: String) {
        self.init(
            signals.map { signal in
                let never = signal > signal
                return (.long(enter: never, exit: never, stop: .price(signal)), name)
            })
    }

    /// The nodes that a plan shows, in the order of its signals.
    public var shownNodes: [Int] { targets.compactMap(\.stop.node) }

    /// The columns of the bars that it reads, in their order.
    public var fields: [Field] {
        let read = nodes.compactMap { node in
            if case .field(let field) = node.operation { field } else { nil }
        }
        return Field.allCases.filter(read.contains)
    }

    /// What its nodes read of the calendar and the clock.
    public var sessionNumbers: Set<SessionNumber> {
        Set(
            nodes.compactMap { node in
                if case .session(let number) = node.operation { number } else { nil }
            })
    }

    /// How the outputs depend on where the history begins: the most cautious word of any kernel.
    ///
    /// Bars to settle add up along the graph.
    public var kind: KernelKind { Self.kind(of: reaches[...]) }

    /// The same of each node with what it reads.
    public var kinds: [KernelKind] { reaches.map { Self.kind(of: [$0]) } }

    /// After how many bars each node has forgotten where the history began, nil for never, and
    /// whether it settles only.
    private var reaches: [(bars: Int?, isSettling: Bool)] {
        var reaches: [(bars: Int?, isSettling: Bool)] = []
        for node in nodes {
            let before = node.inputs.map { reaches[$0] }
            let isSettling = before.contains(where: \.isSettling)
            guard !before.contains(where: { $0.bars == nil }) else {
                reaches.append((nil, isSettling))
                continue
            }
            let reach = before.compactMap(\.bars).max() ?? 0
            switch node.operation {
            case .kernel(let kernel):
                switch kernel.kind {
                case .windowed: reaches.append((reach + kernel.lookback, isSettling))
                case .settling(let count): reaches.append((reach + count, true))
                case .cumulative: reaches.append((nil, isSettling))
                }
            default: reaches.append((reach, isSettling))
            }
        }
        return reaches
    }

    private static func kind(of reaches: ArraySlice<(bars: Int?, isSettling: Bool)>) -> KernelKind {
        guard reaches.allSatisfy({ $0.bars != nil }) else { return .cumulative }
        let most = reaches.compactMap(\.bars).max() ?? 0
        return reaches.contains(where: \.isSettling) ? .settling(bars: most) : .windowed
    }
}
