import MarketData
import Sweeps
import Testing
import Trading

@Suite struct PathTests {
    private static func history(
        _ close: [Double], actions: [CorporateAction] = []
    ) -> AdjustedHistory {
        let bars = close.enumerated().map { day, price in
            Bar(
                time: CivilDate(daysSince1970: 18_000 + day).midnight, open: price, high: price,
                low: price, close: price, volume: 1)
        }
        let series = Series(symbol: "X", interval: .day, bars: bars)
        return AdjustedHistory(series, actions: actions, view: .splits)
    }

    private static func path(
        _ close: [Double] = [1, 2, 3], actions: [CorporateAction] = [],
        _ change: (inout TradingRules) -> Void
    ) -> SweepPath {
        var rules = TradingRules()
        change(&rules)
        let history = history(close, actions: actions)
        return PathChooser.path(
            rules, PriceIndex(history, rows: 0..<history.count, fill: rules.fill))
    }

    @Test("is events for what follows from fills")
    func events() {
        #expect(Self.path { _ in } == .events)
        #expect(Self.path { $0.sizing = .fraction(0.5) } == .events)
        #expect(Self.path { $0.stop = .trailingDistance } == .events)
        #expect(Self.path { $0.limits = Limits(maxBars: 3, coolDown: 2) } == .events)
        #expect(Self.path { $0.limits.minutesBeforeClose = 5 } == .events)
    }

    @Test("is lanes where the account has to be followed")
    func lanes() {
        #expect(Self.path { $0.isWholeUnits = true } == .lanes(.wholeUnits))
        #expect(Self.path { $0.commission = Commission(fixed: 1) } == .lanes(.commission))
        #expect(Self.path { $0.sizing = .fixed(3) } == .lanes(.sizing))
        #expect(Self.path { $0.sizing = .fraction(1.5) } == .lanes(.sizing))
        #expect(Self.path { $0.slippage = 1 } == .lanes(.slippage))
    }

    @Test("is the session for the rest, and says why")
    func reference() {
        #expect(Self.path { $0.fill = .sameCloseBookedLater } == .reference(.fillBookedLater))
        #expect(Self.path([1, -1, 2]) { _ in } == .reference(.unsoundPrice))
        #expect(Self.path([1, .infinity, 2]) { _ in } == .reference(.unsoundPrice))
        #expect(Self.path { $0.stop = .chandelier } == .reference(.level))
        #expect(Self.path { $0.sizing = .weight } == .reference(.sizing))
        let limits = Self.path { $0.limits.dailyLoss = 0.1 }
        #expect(limits == .reference(.limits("daily-loss:0.1")))
        let split = CorporateAction(
            exDate: CivilDate(daysSince1970: 18_001).midnight, kind: .split(new: 3, old: 2))
        let path = Self.path(actions: [split]) { $0.isWholeUnits = true }
        #expect(path == .reference(.lanes("a split leaves fractions of whole units")))
        #expect(Self.path([1, .nan, 2]) { _ in } == .events)
    }

    private static func prices(_ returns: [Double]) -> [Double] {
        returns.reduce(into: [100.0]) { $0.append($0[$0.count - 1] * (1 + $1)) }
    }

    /// One position on a market given by its returns, without costs.
    private static func hold(
        _ returns: [Double], _ from: Int, _ to: Int
    ) -> (slow: CellOutcome, fast: CellOutcome, fallbacks: Int) {
        let history = history(prices(returns))
        var rules = TradingRules()
        (rules.fill, rules.commission) = (.sameClose, Commission())
        let conditions = CellConditions(
            enterLong: BitColumn(count: history.count) { $0 == from },
            exitLong: BitColumn(count: history.count) { $0 == to })
        let index = PriceIndex(history, rows: 0..<history.count, fill: .sameClose)
        var sweep = EventSweep(index, rules, periodsPerYear: 252)
        let fast = sweep.run(conditions)
        let slow = ReferenceCell.run(index, rules, conditions, periodsPerYear: 252)
        return (slow, fast, sweep.fallbacks)
    }

    @Test("keeps the digits of a quiet position after a wild past")
    func quietAfterWild() {
        let wild = (0..<1_000).map { $0 % 2 == 0 ? 2.0 : -2.0 / 3 }
        let quiet = (0..<1_000).map { 1e-5 * Double($0 % 7 - 3) + 2e-6 }
        let one = Self.hold(wild + quiet, 1_010, 1_900)
        #expect(one.fallbacks == 0)
        #expect(abs(one.slow.sharpe / one.fast.sharpe - 1) < 1e-9)
    }

    @Test("leaves the events where the mean cancels the variance, and where nothing moves")
    func leavesEvents() {
        let steady = Self.hold(Array(repeating: 0.0005, count: 20_000), 0, 20_000)
        #expect(steady.fallbacks == 1 && steady.slow == steady.fast)
        let still = Self.hold((0..<500).map { 1e-9 * Double($0 % 3) }, 3, 400)
        #expect(still.fallbacks == 1 && still.slow == still.fast)
        let ruined = Self.hold([0, 0, -0.9995, 0.1, -0.1, 0.2], 1, 5)
        #expect(ruined.fallbacks == 1 && ruined.slow == ruined.fast)
        let lively = Self.hold((0..<500).map { 1e-3 * Double($0 % 3) }, 3, 400)
        #expect(lively.fallbacks == 0 && Gap(lively.slow, lively.fast).ratios < 1e-9)
    }

    @Test("of no bars, and of bars without a price, is the session's")
    func nothing() {
        let empty = Self.history([.nan, .nan, .nan])
        for rows in [0..<0, 2..<2, 0..<3] {
            let index = PriceIndex(empty, rows: rows, fill: .nextOpen)
            let always = CellConditions(enterLong: BitColumn(count: rows.count) { _ in true })
            var sweep = EventSweep(index, TradingRules(), periodsPerYear: 252)
            let slow = ReferenceCell.run(index, TradingRules(), always, periodsPerYear: 252)
            #expect(Gap(slow, sweep.run(always)).money == 0 && slow.finalEquity == 100_000)
            let family = RankedFamily(
                values: Array(repeating: .nan, count: 2 * rows.count), columns: 2)
            sweep.runCrossings(family, [CrossingPair(0, 1)]) { #expect($1.trades == 0) }
            var lanes = LaneLedger(index, TradingRules(), periodsPerYear: 252)
            lanes.run([always]) { #expect($1.trades == 0 && $1.finalEquity == 100_000) }
        }
    }

    @Test("serves long series from blocks", arguments: [16_384, 20_011])
    func longSeries(count: Int) {
        var dice = Dice(state: UInt64(count))
        let returns = (1..<count).map { _ in dice.real(-0.02...0.0201) }
        let history = Self.history(Self.prices(returns))
        let index = PriceIndex(history, rows: 0..<count, fill: .nextOpen)
        var sweep = EventSweep(index, TradingRules(), periodsPerYear: 252)
        for density in [0.0005, 0.01, 0.3] {
            let bits = (0..<3 * count).map { _ in dice.chance(density) }
            let conditions = CellConditions(
                enterLong: BitColumn(count: count) { bits[$0] },
                exitLong: BitColumn(count: count) { bits[count + $0] },
                enterShort: BitColumn(count: count) { bits[2 * count + $0] })
            for shorts in [false, true] {
                var one = conditions
                if !shorts { one.enterShort = nil }
                let fast = sweep.run(one)
                let slow = ReferenceCell.run(index, TradingRules(), one, periodsPerYear: 252)
                let gap = Gap(slow, fast)
                #expect(gap.money <= 1e-12 && gap.ratios <= 1e-9 && gap.countsAgree)
            }
        }
    }

    @Test("of one sweep has the same bits whatever cells came before")
    func leavesNoTrace() {
        for seed in UInt64(900)..<1_000 {
            let one = RandomCase(seed: seed)
            var dice = Dice(state: seed)
            let cells = (0..<6).map { _ in RandomCase.conditions(one.rows.count, &dice) }
            let (index, rules) = (one.index, one.rules)
            let table = one.table(index)
            let fresh = cells.map { cell in
                var sweep = EventSweep(index, rules, periodsPerYear: 252, table: table)
                return sweep.run(cell)
            }
            var sweep = EventSweep(index, rules, periodsPerYear: 252, table: table)
            let reversed = cells.reversed().map { sweep.run($0) }
            for (a, b) in zip(fresh, reversed.reversed()) {
                #expect(a.finalEquity == b.finalEquity && a.trades == b.trades)
                #expect(a.sharpe == b.sharpe || a.sharpe.isNaN && b.sharpe.isNaN)
            }
        }
    }
}
