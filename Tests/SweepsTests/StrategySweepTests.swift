import Analysis
import Backtesting
import Evaluation
import MarketData
import Signals
import Strategies
import Sweeps
import Testing
import Trading

/// A strategy's cells against the session of each.
@Suite("A grid over a strategy")
struct StrategySweepTests {
    private static let source = DataSource(
        dataset: "", origin: "", licence: "", selection: "", priceBasis: "", seriesDigest: "",
        actionsDigest: "")

    /// Walks with splits and dividends.
    private static let subjects = Result {
        try (0..<3).map { symbol in
            let series = SyntheticMarket(symbol: symbol).daily(count: 900)
            let actions = [
                CorporateAction(exDate: series.times[400], kind: .split(new: 2, old: 1)),
                CorporateAction(exDate: series.times[500], kind: .dividend(amount: 0.4)),
            ]
            return try Subject(
                series, actions: symbol == 0 ? [] : actions, view: .splits, from: nil, to: nil,
                source: source)
        }
    }

    static let grids: [(type: any Strategy.Type, settings: [[String: String]])] = [
        (
            SmaCross.self,
            [2, 5, 9].flatMap { fast in
                [20, 40].map { ["fast": "\(fast)", "slow": "\($0)"] }
            }
        ),
        (TurtleBreakout.self, [[:]]), (VolatilityTrend.self, [[:]]), (MacdCross.self, [[:]]),
        (ChandelierTrend.self, [[:]]), (StoppedHolding.self, [[:]]),
        (ParabolicReversal.self, [[:]]),
    ]

    private static func rules(_ kind: Int, _ target: Plan.Target) -> TradingRules {
        var rules = TradingRules().applying(target)
        switch kind {
        case 1: rules.isWholeUnits = true
        case 2: rules.commission = Commission(fixed: 1)
        case 3: (rules.fill, rules.slippage) = (.sameClose, 0.001)
        default: break
        }
        return rules
    }

    @Test("figures are those of the sessions", arguments: grids.indices, 0..<4)
    func figures(grid: Int, kind: Int) throws {
        let (type, settings) = Self.grids[grid]
        let subjects = try Self.subjects.get()
        let sweep = Sweep(type, on: subjects) { Self.rules(kind, $0) }
        let batch = try sweep.run(settings)
        for (setting, figures) in zip(settings, batch.figures) {
            let plan = Plan(try type.init(setting: setting))
            let rules = Self.rules(kind, plan.targets[0])
            let decisions = ColumnarEvaluator(plan).decisions(for: subjects.map(\.history))
            let accounts = zip(subjects, decisions).map { subject, columns in
                Account(rules, subject.history, columns[0], rows: subject.rows)
            }
            let ratios = accounts.map { account in
                Returns(equity: account.equity, startingCash: rules.cash)
                    .sharpe(periodsPerYear: 365)
            }
            let known = ratios.compactMap(\.self)
            let returns = accounts.map { $0.session.equity / rules.cash - 1 }
            #expect(figures.tradeCount == accounts.map(\.session.tradeCount).reduce(0, +))
            let mean = returns.reduce(0, +) / 3
            #expect(abs(figures.totalReturn - mean) <= 1e-11 * max(1, abs(mean)))
            let sharpe = known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
            #expect((sharpe == nil) == (figures.sharpe == nil))
            if let sharpe, let found = figures.sharpe { #expect(abs(sharpe - found) < 1e-9) }
            let falls = accounts.map {
                UnderwaterCurve(equity: $0.equity, startingCash: rules.cash).fractions.max() ?? 0
            }
            #expect(abs(figures.worstDrawdown - (falls.max() ?? 0)) < 1e-9)
        }
    }

    @Test("crossings of columns are what the rule's decisions make", arguments: [0.0, 0.05])
    func crossings(stop: Double) throws {
        let subject = try Self.subjects.get()[0]
        let settings = [3, 8, 20].flatMap { fast in
            [2, 20, 60, 300].map { ["fast": "\(fast)", "slow": "\(max(3, $0))"] }
        }
        @Sendable func rules(_ target: Plan.Target) -> TradingRules {
            var rules = Self.rules(0, target)
            if stop > 0 { rules.stop = .percent(stop) }
            return rules
        }
        let sweep = Sweep(SmaCross.self, on: [subject], terms: rules)
        let figures = try sweep.run(settings).figures
        for (setting, found) in zip(settings, figures) {
            let plan = Plan(try SmaCross(setting: setting))
            let terms = rules(plan.targets[0])
            let decisions = ColumnarEvaluator(plan).decisions(for: [subject.history])[0][0]
            let account = Account(terms, subject.history, decisions, rows: subject.rows)
            #expect(found.tradeCount == account.session.tradeCount, "\(setting)")
            let total = account.session.equity / terms.cash - 1
            #expect(abs(found.totalReturn - total) <= 1e-12 * max(1, abs(total)))
        }
    }

    @Test("a cell's figures do not depend on those beside it")
    func batches() throws {
        let (type, settings) = Self.grids[0]
        let sweep = Sweep(type, on: try Self.subjects.get()) { Self.rules(0, $0) }
        let together = try sweep.run(settings)
        let alone = try settings.map { try sweep.run([$0]).figures[0] }
        #expect(together.figures == alone)
        #expect(together.paths["events"] == settings.count * 3)
    }

    @Test("a value outside the range, and a parameter that is not there, are refused")
    func badSettings() throws {
        let sweep = Sweep(SmaCross.self, on: try Self.subjects.get()) { Self.rules(0, $0) }
        #expect(throws: ParameterError.self) { try sweep.run([["fast": "1"]]) }
        #expect(throws: ParameterError.self) { try sweep.run([["quick": "5"]]) }
    }
}
