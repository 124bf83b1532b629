import MarketData
import Trading

/// An account for several instruments, run from a text table: a day a line, an instrument a column
/// between bars `|`, in the order of the symbols.
///
/// `open close [enter|exit|short|cover] [weight=VALUE] [rank=VALUE]`, or nothing where the
/// instrument has no bar; `weight` without a wish rebalances.
struct PortfolioTable {
    private(set) var session: PortfolioSession
    private(set) var equity: [Double] = []

    init(_ rules: TradingRules, symbols: [String], _ table: String) {
        session = PortfolioSession(rules, symbols: symbols)
        for (day, line) in table.split(separator: "\n").enumerated() {
            let time = CivilDate(daysSince1970: 18_000 + day).midnight
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.split(separator: " ") }
            let places = cells.indices.filter { !cells[$0].isEmpty }
            session.advance(
                to: places.map { .init(place: $0, bar: Self.bar(cells[$0], time)) })
            session.apply(places.map { ($0, Self.decision(cells[$0], time)) })
            equity.append(session.equity)
        }
    }

    private static func bar(_ words: [Substring], _ time: Timestamp) -> Bar {
        let (open, close) = (Double(words[0]) ?? .nan, Double(words[1]) ?? .nan)
        return Bar(
            time: time, open: open, high: max(open, close), low: min(open, close), close: close,
            volume: 1_000)
    }

    private static func decision(_ words: [Substring], _ time: Timestamp) -> Decision {
        func value(_ name: String) -> Double {
            words.first { $0.hasPrefix(name + "=") }
                .flatMap { Double($0.dropFirst(name.count + 1)) } ?? .nan
        }
        let all: [(Substring, Decision.Wishes)] = [
            ("enter", .enterLong), ("exit", .exitLong), ("short", .enterShort),
            ("cover", .exitShort),
        ]
        var wishes = all.filter { words.contains($0.0) }
            .reduce(into: Decision.Wishes()) { $0.formUnion($1.1) }
        if wishes.isEmpty, value("weight").isFinite { wishes = .rebalance }
        return Decision(
            wishes, weight: value("weight"), rank: value("rank"), decidedAt: time + .day)
    }
}
