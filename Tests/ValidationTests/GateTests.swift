import Analysis
import Backtesting
import Evaluation
import Foundation
import MarketData
import Reporting
import Signals
import Strategies
import Testing
import Trading
import Validation

/// Each gate against a computation of its own.
@Suite("Gates")
struct GateTests {
    private let plan = PlantedMarket.plan
    private let series = PlantedMarket.series(seed: 7, drift: PlantedMarket.planted)

    private func rules(_ plan: Plan) -> TradingRules {
        TradingRules().applying(plan.targets[0])
    }

    private func examination(
        _ plan: Plan? = nil, _ series: Series? = nil, selection: String = "pointInTime",
        changing change: (inout TradingRules) -> Void = { _ in }
    ) throws -> Examination {
        let plan = plan ?? self.plan
        var rules = rules(plan)
        change(&rules)
        return Examination(
            plan, rules, [try Market.subject(series ?? self.series, selection: selection)])
    }

    /// What a backtest makes of a plan between two dates.
    private func run(
        _ plan: Plan, from: String? = nil, to: String? = nil,
        changing change: (inout TradingRules) -> Void = { _ in }
    ) throws -> RunResult {
        var rules = rules(plan)
        change(&rules)
        let subject = try Subject(
            series, actions: [], view: .splits, from: from.flatMap { CivilDate($0) },
            to: to.flatMap { CivilDate($0) },
            source: DataSource(
                dataset: "made", origin: "", licence: "", selection: "pointInTime",
                priceBasis: "raw", seriesDigest: "", actionsDigest: ""))
        let settings = RunSettings(
            parameters: [:], adjusted: .splits, from: from, to: to, cash: rules.cash,
            size: "all-in", wholeShares: false, commission: "", slippage: rules.slippage,
            fill: rules.fill.rawValue, preset: nil, command: "")
        return Backtest(plan, rules, settings: settings, stamp: "test").run([subject])[0]
    }

    private func result(
        _ gate: String, _ examination: Examination, _ thresholds: String = ""
    ) throws -> GateResult {
        let result = try #require(Gate.named(gate))
            .result(
                examination, GateThresholds(thresholds, name: "test.yaml"),
                besides: GateThresholds())
        for text in Self.texts(of: result) {
            #expect(SentenceTexts.korean(text) != nil, "no Korean for '\(text)'")
        }
        return result
    }

    /// Everything of a result that a page shows in words.
    private static func texts(of result: GateResult) -> [String] {
        [result.question, result.why]
            + result.evidence.flatMap { table in
                // The label of a row may be a symbol alone.
                [table.title, table.label] + table.columns.map(\.head)
                    + table.rows.map(\.label).filter { $0.contains(" ") || $0.contains(":") }
            }
    }

    @Test("every gate has Korean, whatever it finds", arguments: Gate.all.map(\.name))
    func korean(gate: String) throws {
        let flat = Market.self
        let constant = flat.series(closes: Array(repeating: 5, count: 900))
        for selection in ["hindsight", "index", "pointInTime", "unknown"] {
            _ = try result(gate, examination(selection: selection))
        }
        for other in [constant, PlantedMarket.series(seed: 3, drift: 0, bias: -0.002)] {
            _ = try result(gate, examination(plan, other))
        }
        let mixed = try ["hindsight", "unknown"].map {
            try Market.subject(series, selection: $0)
        }
        let text = try result(gate, Examination(plan, rules(plan), mixed)).why
        #expect(SentenceTexts.korean(text).map { !$0.contains("series") } == true, "\(text)")
    }

    private func isClose(_ one: Double?, _ other: Double?) -> Bool {
        guard let one, let other else { return false }
        return abs(one - other) <= 1e-9 * max(1, abs(other))
    }

    @Test("each window is a backtest of its own dates, warmed up before and begun flat")
    func windows() throws {
        let result = try result("walk-forward", examination())
        let table = try #require(result.evidence.first)
        #expect(table.rows.count == 10)
        var gains = 0
        for row in table.rows {
            let dates = row.label.split(separator: " ").map(String.init)
            let run = try run(plan, from: dates[0], to: dates[2])
            #expect(isClose(row.values[0], run.metrics.totalReturn), "\(row.label)")
            #expect(row.values[2] == Double(run.metrics.tradeCount), "\(row.label)")
            gains += run.metrics.totalReturn > 0 ? 1 : 0
        }
        #expect(result.value == Double(gains) / 10)
    }

    @Test("the windows cover every bar after the warm-up once, and later prices change none")
    func poison() throws {
        let whole = try result("walk-forward", examination()).evidence[0].rows
        let cut = 1_500
        let poisoned = Series(
            symbol: series.symbol, interval: .day, calendar: .newYork,
            bars: series.bars.enumerated().map { row, bar in
                row < cut
                    ? bar
                    : Bar(
                        time: bar.time, open: 1, high: 2, low: 1, close: row % 2 == 0 ? 1 : 2,
                        volume: 1)
            })
        let other = try result("walk-forward", examination(plan, poisoned)).evidence[0].rows
        let last = CivilDate(series.times[cut]).description
        let early = whole.filter { $0.label.suffix(10) < last }
        #expect(early.count == 5 && early == Array(other.prefix(early.count)))
        let first = try #require(whole.first?.label.prefix(10))
        #expect(first == CivilDate(series.times[plan.lookback]).description)
        for (one, next) in zip(whole, whole.dropFirst()) {
            let end = try #require(
                series.times.firstIndex {
                    CivilDate($0).description == one.label.suffix(10)
                })
            #expect(CivilDate(series.times[end + 1]).description == next.label.prefix(10))
        }
    }

    @Test("a range that is too short is no evidence, and the sentence says what to do")
    func short() throws {
        let result = try result("walk-forward", examination(plan, series.rows(0..<600)))
        #expect(result.value == nil && !result.passed)
        #expect(result.why.contains("2 windows") && result.why.contains("longer range"))
        let other = try self.result(
            "walk-forward", examination(plan, series.rows(0..<600)),
            "walk-forward.years: 0.25")
        #expect(other.value != nil && other.evidence[0].rows.count == 9)
    }

    @Test("costs doubled: the Sharpe ratio of a backtest at twice the costs over that at once")
    func costs() throws {
        let harder = try run(plan) {
            $0.commission = Commission(rate: 0.002)
            $0.slippage = 0.001
        }
        let own = try run(plan) { $0.slippage = 0.0005 }
        let result = try result(
            "costs-doubled", examination { $0.slippage = 0.0005 })
        let expected = try #require(harder.metrics.sharpe) / #require(own.metrics.sharpe)
        #expect(isClose(result.value, expected) && expected < 0.95)
        let free = try self.result(
            "costs-doubled", examination { $0.commission = Commission() })
        #expect(free.value == nil && !free.passed && free.why.contains("nothing to double"))
    }

    @Test("one bar late is the rule whose conditions are those of the bar before")
    func delay() throws {
        let close = Bars().close
        let (fast, slow) = (close.sma(period: 5), close.sma(period: 20))
        let late = Plan(
            .long(enter: (fast > slow).lagged(by: 1), exit: (fast < slow).lagged(by: 1)),
            name: "Late")
        let (own, harder) = (try run(plan), try run(late))
        let result = try result("one-bar-delay", examination())
        let expected = try #require(harder.metrics.sharpe) / #require(own.metrics.sharpe)
        #expect(isClose(result.value, expected) && expected != 1)
    }

    @Test("without an edge to begin with there is none that survives")
    func noEdge() throws {
        let falling = PlantedMarket.series(seed: 3, drift: 0, bias: -0.002)
        for gate in ["costs-doubled", "one-bar-delay"] {
            let result = try result(gate, examination(plan, falling))
            #expect(result.value == nil && !result.passed && result.why.contains("no edge"))
        }
    }

    @Test("trades, PSR and holding are those of the backtest")
    func figures() throws {
        let run = try run(plan)
        let count = Double(run.metrics.tradeCount)
        let trades = try result("minimum-trades", examination(), "minimum-trades: \(count)")
        #expect(trades.value == count && trades.passed)
        let more = try result("minimum-trades", examination(), "minimum-trades: \(count + 1)")
        #expect(!more.passed && more.thresholdText == "≥ \(Int(count) + 1)")
        let skill = try result("probability-of-skill", examination())
        #expect(isClose(skill.value, run.metrics["psr_fraction"]))
        let held = try result("buy-and-hold", examination())
        let sharpe = try #require(run.metrics.sharpe) - #require(run.buyAndHoldMetrics.sharpe)
        #expect(isClose(held.value, sharpe))
    }

    @Test("who only holds does not beat holding, and who never trades shows nothing")
    func holding() throws {
        let close = Bars().close
        let always = Plan(.long(enter: close > 0, exit: close < 0), name: "Always")
        let held = try result("buy-and-hold", examination(always))
        #expect(!held.passed && held.value.map { $0 > -0.05 && $0 < 0 } == true)
        let never = Plan(.long(enter: close < 0, exit: close > 0), name: "Never")
        let verdict = Verdict(
            try examination(never), parameters: [:], ledger: TrialLedger.Summary(of: []),
            thresholds: try GateThresholds(), besides: try GateThresholds())
        #expect(verdict.refusals.map(\.name) == Gate.all.map(\.name).filter { $0 != "hindsight" })
    }

    @Test(
        "only a choice of its time is no hindsight; an exception is carried where it is needed",
        arguments: [("pointInTime", true), ("hindsight", false), ("index", false), ("", false)])
    func hindsight(selection: String, isPassed: Bool) throws {
        let examination = try examination(selection: selection)
        let result = try result("hindsight", examination)
        #expect(result.passed == isPassed && result.value == (isPassed ? 0 : 1))
        let verdict = Verdict(
            examination, parameters: [:], ledger: TrialLedger.Summary(of: []),
            thresholds: try GateThresholds(), besides: try GateThresholds(),
            accepting: ["hindsight"])
        #expect(verdict.accepted == (isPassed ? [] : ["hindsight"]))
        #expect(!verdict.refusals.contains { $0.name == "hindsight" })
    }

    @Test("a result reads back as it was written")
    func codable() throws {
        let (usual, subject) = (try GateThresholds(), try examination())
        let results = Gate.all.map { $0.result(subject, usual, besides: usual) }
        let data = try JSONEncoder().encode(results)
        #expect(try JSONDecoder().decode([GateResult].self, from: data) == results)
    }

    @Test("numbers in words: no sign before a zero, no decimals that say nothing")
    func words() {
        #expect(GateUnit.ratio.text(-0.004) == "0.00" && GateUnit.ratio.text(-0.006) == "-0.01")
        #expect(GateUnit.fraction.text(0.7) == "70%" && GateUnit.fraction.text(-0.0001) == "0%")
        #expect(GateUnit.count.text(31) == "31" && GateUnit.count.text(nil) == "–")
    }

    @Test("a value that fails by little is told from its threshold")
    func close() throws {
        let result = try result("probability-of-skill", examination())
        let value = try #require(result.value)
        let next = try self.result(
            "probability-of-skill", examination(), "probability-of-skill: \(value.nextUp)")
        #expect(!next.passed && next.valueText != String(next.thresholdText.dropFirst(2)))
        let near = try self.result(
            "probability-of-skill", examination(), "probability-of-skill: \(value + 1e-5)")
        let words = [near.valueText, String(near.thresholdText.dropFirst(2))]
        #expect(words[0].hasSuffix("%") && words[0] != words[1], "\(words)")
    }

    @Test("a cost of next to nothing is doubled by a basis point of each side at least")
    func leastCosts() throws {
        let own = try run(plan) { $0.commission = Commission(rate: 1e-12) }
        let harder = try run(plan) { $0.commission = Commission(rate: 1e-4) }
        let tiny = try examination { $0.commission = Commission(rate: 1e-12) }
        let result = try result("costs-doubled", tiny)
        let expected = try #require(harder.metrics.sharpe) / #require(own.metrics.sharpe)
        #expect(isClose(result.value, expected) || abs((result.value ?? 0) - expected) < 1e-6)
        #expect(
            expected < 1 && result.why.contains("each side costs 0.01% more"), "\(result.why)")
    }

    @Test("what passes by weaker thresholds alone is marked, whichever number was weakened")
    func ownThresholds() throws {
        let short = try examination(plan, series.rows(0..<600))
        let windows = try result("walk-forward", short, "walk-forward.years: 0.25")
        #expect(windows.passedOnlyAtOwn == windows.passed && windows.passed)
        #expect(windows.ownThresholdText?.contains("default windows") == true)
        let close = Bars().close
        let always = try examination(
            Plan(.long(enter: close > 0, exit: close < 0), name: "Always"))
        let held = try result("buy-and-hold", always, "buy-and-hold: -10")
        #expect(
            held.ownThresholdText
                == "buy-and-hold, passed only at own thresholds: ≥ -10.00, default ≥ 0.10")
        let harder = try result("minimum-trades", examination(), "minimum-trades: 31")
        #expect(harder.passed && !harder.passedOnlyAtOwn && harder.ownThresholdText == nil)
    }

    @Test("one series under two names is found, another range of it is another")
    func twins() throws {
        func named(_ symbol: String, _ rows: Range<Int>) throws -> Subject {
            try Market.subject(
                Series(
                    symbol: symbol, interval: series.interval, bars: rows.map { series[$0] }))
        }
        let (one, two) = (try named("ONE", 0..<500), try named("TWO", 0..<500))
        let found = Examination.twins([one, try named("OTHER", 0..<501), two])
        #expect(found?.0 == "ONE" && found?.1 == "TWO")
        #expect(Examination.twins([one, try named("OTHER", 0..<501)]) == nil)
    }

    @Test("an exception for a gate that there is not names the nearest")
    func exceptions() throws {
        let error = #expect(throws: ValidationError.self) {
            try Verdict.exceptions(["hindsigth"])
        }
        #expect(error?.description.contains("did you mean 'hindsight'?") == true)
    }
}

/// The file that says what the gates are held against.
@Suite("Thresholds")
struct ThresholdTests {
    @Test("the defaults name every gate and explain every number")
    func defaults() throws {
        let thresholds = try GateThresholds()
        for gate in Gate.all {
            #expect(thresholds[gate.name].isFinite)
            // Hindsight is passed by --accept alone.
            let isNamed = GateThresholds.defaultText.contains("\n\(gate.name): ")
            #expect(isNamed == (gate.name != "hindsight"))
        }
        let again = try GateThresholds(GateThresholds.defaultText, name: "copy.yaml")
        #expect(again == thresholds)
        let own = try GateThresholds("# mine\nminimum-trades: 50 # more\n\n", name: "mine.yaml")
        #expect(own["minimum-trades"] == 50 && own["hindsight"] == thresholds["hindsight"])
    }

    @Test(
        "what makes no sense is told with its line",
        arguments: [
            ("\nminimum-trade: 5", "mine.yaml:2: there is no 'minimum-trade'; did you mean "),
            ("hindsight", "mine.yaml:1: 'hindsight' is not of the form"),
            ("walk-forward: many", "is not of the form 'name: number'"),
            ("walk-forward: nan", "is not of the form 'name: number'"),
            ("\nhindsight: 9", "mine.yaml:2: 'hindsight' has no threshold; only --accept"),
            ("probability-of-skill: 95", "'probability-of-skill' lies in 0.0...1.0, was 95.0"),
            ("walk-forward.years: 0", "lies in 0.01...100.0"),
            ("walk-forward: 1\nwalk-forward: 0", "mine.yaml:2: 'walk-forward' stands twice"),
        ])
    func mistakes(text: String, words: String) {
        let error = #expect(throws: ValidationError.self) {
            try GateThresholds(text, name: "mine.yaml")
        }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "none")")
    }
}
