import Evaluation
import Kernels
import MarketData
import Signals
import Strategies

/// The series and the helpers of the laws.
enum LawMarket {
    /// Eight instruments of 700 bars, with holes.
    static let series = (0..<8).map { symbol in
        let whole = SyntheticMarket(symbol: symbol).daily(count: 700)
        let bars = whole.bars.enumerated().map { row, bar in
            row % 211 == 100 + 13 * symbol ? Bar(time: bar.time) : bar
        }
        return Series(symbol: whole.symbol, interval: .day, bars: bars)
    }

    /// The same without holes.
    static let whole = (0..<8).map { SyntheticMarket(symbol: $0).daily(count: 700) }

    /// The names of every strategy of the catalogue.
    static let names = StrategyCatalog.all.map { $0.name }

    /// The plan of a strategy with its defaults.
    static func plan(_ name: String) -> Plan {
        guard let strategy = StrategyCatalog.all.first(where: { $0.name == name }) else {
            preconditionFailure("\(name) is not in the catalogue")
        }
        return Plan(strategy.init())
    }

    /// Every value of every node, one bar at a time: `[node][row]`.
    static func incremental(_ plan: Plan, _ bars: [Bar]) -> [[TracedValue]] {
        var evaluator = IncrementalEvaluator(plan, interval: .day)
        var traces = plan.nodes.map { _ in [TracedValue]() }
        for bar in bars {
            evaluator.advance(to: bar)
            for index in traces.indices { traces[index].append(evaluator.value(ofNode: index)) }
        }
        return traces
    }
}
