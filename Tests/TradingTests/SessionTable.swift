import MarketData
import Trading

/// A session run from a text table: a bar a line, then what the signals say at its close.
///
/// `open high low close [v=VOLUME] [enter|exit|short|cover|session] [stop=VALUE] [target=VALUE]
/// [weight=VALUE] [split=N:O] [dividend=AMOUNT]`; an action takes effect before the open of its
/// line, and `session` marks the first bar of one.
struct SessionTable {
    private(set) var session: TradingSession
    private(set) var equity: [Double] = []

    init(_ rules: TradingRules, _ table: String, forgets: Bool = false) {
        session = TradingSession(rules)
        for (day, line) in table.split(separator: "\n").enumerated() {
            let words = line.split(separator: " ")
            let time = CivilDate(daysSince1970: 18_000 + day).midnight
            session.advance(to: Self.bar(words, time), actions: Self.actions(words, time)[...])
            session.apply(Self.decision(words, time))
            equity.append(session.equity)
            if forgets { session.forgetHistory() }
        }
    }

    private static func bar(_ words: [Substring], _ time: Timestamp) -> Bar {
        let prices = words.prefix(4).map { Double($0) ?? .nan }
        return Bar(
            time: time, open: prices[0], high: prices[1], low: prices[2], close: prices[3],
            volume: value("v", words) ?? 1_000)
    }

    private static func actions(_ words: [Substring], _ time: Timestamp) -> [CorporateAction] {
        words.compactMap { word in
            let parts = word.split(separator: "=")
            switch parts[0] {
            case "split":
                let ratio = parts[1].split(separator: ":").compactMap { Int($0) }
                return CorporateAction(
                    exDate: time, kind: .split(new: ratio[0], old: ratio[1]))
            case "dividend":
                return CorporateAction(
                    exDate: time, kind: .dividend(amount: Double(parts[1]) ?? .nan))
            default: return nil
            }
        }
    }

    private static func decision(_ words: [Substring], _ time: Timestamp) -> Decision {
        var wishes: Decision.Wishes = []
        if words.contains("enter") { wishes.insert(.enterLong) }
        if words.contains("exit") { wishes.insert(.exitLong) }
        if words.contains("short") { wishes.insert(.enterShort) }
        if words.contains("cover") { wishes.insert(.exitShort) }
        if words.contains("session") { wishes.insert(.sessionStart) }
        return Decision(
            wishes, stop: value("stop", words) ?? .nan, target: value("target", words) ?? .nan,
            weight: value("weight", words) ?? .nan, decidedAt: time + .day)
    }

    private static func value(_ name: String, _ words: [Substring]) -> Double? {
        words.first { $0.hasPrefix(name + "=") }.flatMap { Double($0.dropFirst(name.count + 1)) }
    }
}

extension TradingRules {
    /// Cash 10,000, no costs: what the field cases assume.
    static func free(
        _ sizing: Sizing = .fixed(10), cash: Double = 10_000, rate: Double = 0,
        stop: Level = .none, target: Level = .none, fill: Fill = .nextOpen, isWhole: Bool = false,
        limits: Limits = Limits()
    ) -> TradingRules {
        var rules = TradingRules()
        (rules.cash, rules.sizing, rules.commission) = (cash, sizing, Commission(rate: rate))
        (rules.stop, rules.target, rules.fill) = (stop, target, fill)
        (rules.isWholeUnits, rules.limits) = (isWhole, limits)
        return rules
    }
}
