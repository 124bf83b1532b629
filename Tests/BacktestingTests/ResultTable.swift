import Backtesting
import MarketData
import Signals
import Strategies
import Trading

/// A result made from a text table: a bar a line, then what the signals say at its close.
///
/// `open high low close [v=VOLUME] [enter|exit|short|cover] [stop=VALUE] [target=VALUE]
/// [split=N:O]`; days follow each other from 2024-01-01, whatever the weekday.
struct ResultTable {
    let result: RunResult

    init(
        _ rules: TradingRules, _ table: String, start: String = "2024-01-01",
        interval: Interval = .day, calendar: Calendar = .continuous,
        convention: String = "finstage",
        riskFree: Double = 0, benchmark: BenchmarkLevels? = nil
    ) throws {
        let rows = table.split(separator: "\n").map { $0.split(separator: " ") }
        let first = CivilDate(start)?.midnight ?? Timestamp(microseconds: 0)
        let times = rows.indices.map {
            Timestamp(microseconds: first.microseconds + Int64($0) * interval.microseconds)
        }
        let bars = zip(rows, times).map { Self.bar($0, $1) }
        let actions = zip(rows, times).compactMap { words, time in
            Self.ratio(words).map { CorporateAction(exDate: time, kind: $0) }
        }
        let series = Series(
            symbol: "TEST", interval: interval, calendar: calendar, bars: bars)
        let subject = try Subject(
            series, actions: actions, view: .splits, from: nil, to: nil, source: Self.source)
        var account = Account(rules, rows: subject.rows)
        for row in rows.indices {
            account.advance(
                to: bars[row], actions: subject.history.actions(atRow: row),
                decision: Self.decision(rows[row], times[row] + interval))
        }
        let plan = Plan(SmaCross())
        let drawing = DrawnPlan(plan)
        result = RunResult(
            id: "20240101-000000-TEST-0000", plan: plan,
            settings: Self.settings(rules, convention, riskFree), subject: subject,
            account: account, rules: rules, drawing: drawing,
            numbers: drawing.lines.map { _ in rows.map { _ in Double.nan } },
            benchmark: benchmark)
    }

    static let source = DataSource(
        dataset: "test", origin: "by hand", licence: "CC0", selection: "hindsight",
        priceBasis: "as traded", seriesDigest: "", actionsDigest: "")

    static func settings(
        _ rules: TradingRules, _ convention: String = "finstage", _ riskFree: Double = 0
    ) -> RunSettings {
        RunSettings(
            parameters: [:], adjusted: .splits, from: nil, to: nil, cash: rules.cash, size: "all",
            wholeShares: rules.isWholeUnits, commission: "0", slippage: rules.slippage,
            fill: rules.fill.rawValue, preset: nil, command: "", riskFree: riskFree,
            convention: convention)
    }

    private static func bar(_ words: [Substring], _ time: Timestamp) -> Bar {
        let prices = words.prefix(4).map { Double($0) ?? .nan }
        return Bar(
            time: time, open: prices[0], high: prices[1], low: prices[2], close: prices[3],
            volume: value("v", words) ?? 1_000)
    }

    private static func ratio(_ words: [Substring]) -> CorporateAction.Kind? {
        let numbers = words.first { $0.hasPrefix("split=") }?.dropFirst(6).split(separator: ":")
            .compactMap { Int($0) }
        return numbers.map { .split(new: $0[0], old: $0[1]) }
    }

    private static func decision(_ words: [Substring], _ time: Timestamp) -> Decision {
        var wishes: Decision.Wishes = []
        if words.contains("enter") { wishes.insert(.enterLong) }
        if words.contains("exit") { wishes.insert(.exitLong) }
        if words.contains("short") { wishes.insert(.enterShort) }
        if words.contains("cover") { wishes.insert(.exitShort) }
        return Decision(
            wishes, stop: value("stop", words) ?? .nan, target: value("target", words) ?? .nan,
            decidedAt: time)
    }

    private static func value(_ name: String, _ words: [Substring]) -> Double? {
        words.first { $0.hasPrefix(name + "=") }.flatMap { Double($0.dropFirst(name.count + 1)) }
    }
}

extension TradingRules {
    /// Cash 10,000 and ten units, no costs: what the field cases assume.
    static func free(
        _ sizing: Sizing = .fixed(10), stop: Level = .none, target: Level = .none,
        fill: Fill = .nextOpen, rate: Double = 0, isWhole: Bool = false
    ) -> TradingRules {
        var rules = TradingRules()
        (rules.cash, rules.sizing, rules.commission) = (10_000, sizing, Commission(rate: rate))
        (rules.stop, rules.target, rules.fill, rules.isWholeUnits) = (stop, target, fill, isWhole)
        return rules
    }
}

extension OrderRecord {
    /// `ROW side purpose status [QUANTITY @ PRICE in ROW]`.
    var line: String {
        let head = "\(row) \(side) \(purpose) \(status)"
        guard let quantity, let price, let fillRow else { return head }
        return "\(head) \(quantity) @ \(price) in \(fillRow)"
    }
}
