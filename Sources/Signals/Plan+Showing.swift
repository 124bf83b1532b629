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
    public var kind: KernelKind {
        var bars: [Int?] = []
        var isSettling = false
        for node in nodes {
            let before = node.inputs.map { bars[$0] }
            guard !before.contains(nil) else {
                bars.append(nil)
                continue
            }
            let reach = before.compactMap(\.self).max() ?? 0
            switch node.operation {
            case .kernel(let kernel):
                switch kernel.kind {
                case .windowed: bars.append(reach + kernel.lookback)
                case .settling(let count):
                    bars.append(reach + count)
                    isSettling = true
                case .cumulative: bars.append(nil)
                }
            default: bars.append(reach)
            }
        }
        guard !bars.contains(nil) else { return .cumulative }
        let most = bars.compactMap(\.self).max() ?? 0
        return isSettling ? .settling(bars: most) : .windowed
    }
}
