import Evaluation
import Kernels
import MarketData
import Signals
import Strategies

/// The series and the helpers of the laws.
enum LawMarket {
    typealias Segment = AdjustedHistory.Segment

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

    /// What rules read beside: one that closes in New York and misses every ninth day, one with
    /// three bars a day, and a walk for each symbol that a strategy of the catalogue names.
    static let others = Set(StrategyCatalog.all.flatMap { Plan($0.init()).symbols }).sorted()
        .enumerated().reduce(into: own) { others, named in
            others[named.element] = SyntheticMarket(symbol: 30 + named.offset).daily(count: 700)
        }

    private static let own = ["MARKET": market, "ASIA": asia, ":mood": mood]

    /// Numbers of either sign that come every day and a half or so, each known a minute after.
    private static let mood: Series = {
        let days = SyntheticMarket(symbol: 22).daily(count: 500).bars
        let start = days[0].time.microseconds
        let bars = days.enumerated().map { row, bar in
            let value = row % 37 == 5 ? Double.nan : 40 * (bar.close / bar.open - 1)
            let time = start + Int64(row) * 127_000_000_000 + Int64(row % 7) * 991_000_123
            return Bar(
                time: Timestamp(microseconds: time), open: value, high: value, low: value,
                close: value, volume: .nan)
        }
        return Series(symbol: "X:mood", interval: .minute, bars: bars)
    }()

    private static let market = Series(
        symbol: "MARKET", interval: .day, calendar: .newYork,
        bars: SyntheticMarket(symbol: 20).daily(count: 700).bars.enumerated()
            .filter { $0.offset % 9 != 4 }.map(\.element))

    private static let asia: Series = {
        let days = SyntheticMarket(symbol: 21).daily(count: 2_100).bars
        let start = days[0].time.microseconds
        let bars = days.enumerated().map { row, bar in
            Bar(
                time: Timestamp(microseconds: start + Int64(row) * 8 * 3_600_000_000),
                open: bar.open, high: bar.high, low: bar.low, close: bar.close,
                volume: bar.volume)
        }
        return Series(symbol: "ASIA", interval: .hours(8), bars: bars)
    }()

    /// Every strategy under law: the catalogue, and rules that read across. Those that compare a
    /// universe have laws of their own.
    private static let strategies =
        StrategyCatalog.all.filter { !Plan($0.init()).isCrossSectional } + JoinedStrategies.all

    /// The names of every strategy under law.
    static let strategyNames = strategies.map { $0.name }

    /// The names of every plan under law: strategies, and what shows each indicator. Angles of
    /// closes are never known: a cosine is at most 1.
    static let names =
        strategyNames
        + IndicatorCatalog.all.filter { !["acos", "asin"].contains($0.name) }
        .map { "\($0.name) (indicator)" }

    /// The plan of a strategy or an indicator with its defaults.
    static func plan(_ name: String) -> Plan {
        let words = name.split(separator: " ")
        if words.count == 2, let indicator = IndicatorCatalog.indicator(named: String(words[0])) {
            return indicator.plan()
        }
        guard let strategy = strategies.first(where: { $0.name == name }) else {
            preconditionFailure("\(name) is not in the catalogue")
        }
        return Plan(strategy.init())
    }

    /// A series beside the others, as an evaluator sees it.
    static func segment(_ series: Series, others: [String: Series] = others) -> Segment {
        Segment(rows: 0..<series.count, series: series, others: others)
    }

    static func segments(_ series: [Series]) -> [Segment] { series.map { segment($0) } }

    /// A series beside the others, as a backtest sees it.
    static func history(_ series: Series, others: [String: Series] = others) -> AdjustedHistory {
        AdjustedHistory(series, actions: [], view: .none).reading(
            others.mapValues { AdjustedHistory($0, actions: [], view: .none) })
    }

    /// Series as the members of one universe, each beside the others.
    static func universe(
        _ series: [Series], others: [String: Series] = others
    ) -> [AdjustedHistory] {
        among(series.map { history($0, others: others) })
    }

    /// Histories as the members of one universe.
    static func among(_ members: [AdjustedHistory]) -> [AdjustedHistory] {
        let universe = Universe(members)
        return members.map { $0.among(universe) }
    }

    /// Every value of every node, one bar at a time: `[node][row]`.
    static func incremental(_ plan: Plan, _ series: Series) -> [[TracedValue]] {
        incremental(plan, history(series))
    }

    /// Every value of every node, one bar at a time: `[node][row]`.
    static func incremental(_ plan: Plan, _ history: AdjustedHistory) -> [[TracedValue]] {
        var evaluator = HistoryEvaluator(plan, history)
        var traces = plan.nodes.map { _ in [TracedValue]() }
        for _ in 0..<history.count {
            evaluator.advance()
            for index in traces.indices { traces[index].append(evaluator.value(ofNode: index)) }
        }
        return traces
    }
}
