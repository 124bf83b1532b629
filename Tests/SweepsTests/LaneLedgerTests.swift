import MarketData
import Sweeps
import Testing
import Trading

@Suite struct LaneLedgerTests {
    private static func harden(_ rules: inout TradingRules, _ dice: inout Dice) {
        rules.commission = Commission(
            rate: dice.pick([0, 0.001]), fixed: dice.pick([0, 0, 0.01, 5]),
            perUnit: dice.pick([0, 0, 0.005]))
        rules.isWholeUnits = dice.chance(0.4)
        rules.cutsToCash = dice.chance(0.3)
        rules.sizing = dice.pick([
            rules.sizing, rules.sizing, .fixed(dice.pick([1, 10])), .cash(rules.cash * 0.3),
            .equity(dice.pick([0.25, 1])),
            rules.stop == .none ? .allIn : .risk(fraction: 0.01),
        ])
    }

    @Test("has the session's bits in every lane", arguments: 0..<4 as Range<UInt64>)
    func bits(kind: UInt64) {
        var (compared, traded, fallbacks) = (0, 0, 0)
        for seed in kind * 10_000..<kind * 10_000 + 400 {
            var one = RandomCase(seed: seed, kind == 0 ? [.shorts, .stops] : .all)
            var dice = Dice(state: seed &* 77)
            Self.harden(&one.rules, &dice)
            let index = one.index
            if case .reference = PathChooser.path(one.rules, index) { continue }
            let width = dice.chance(0.2) ? 3 : 8
            let cells = (0..<width).map { lane in
                lane == 0 ? one.conditions : RandomCase.conditions(one.rows.count, &dice)
            }
            var lanes = LaneLedger(index, one.rules, periodsPerYear: 252, values: one.values)
            var places: [Int] = []
            lanes.run(cells[...]) { lane, fast in
                places.append(lane)
                let slow = ReferenceCell.run(
                    index, one.rules, cells[lane], periodsPerYear: 252, values: one.values)
                #expect(Self.isSame(slow, fast), "seed \(seed) lane \(lane): \(slow) \(fast)")
                traded += slow.trades > 0 ? 1 : 0
            }
            #expect(places == Array(0..<width))
            compared += width
            fallbacks += lanes.fallbacks
        }
        #expect(compared > 2_000 && traded > 800 && fallbacks < 100)
    }

    private static func isSame(_ a: CellOutcome, _ b: CellOutcome) -> Bool {
        func same(_ x: Double, _ y: Double) -> Bool { x == y || x.isNaN && y.isNaN }
        return same(a.finalEquity, b.finalEquity) && same(a.totalReturn, b.totalReturn)
            && same(a.sharpe, b.sharpe) && same(a.drawdown, b.drawdown) && same(a.fees, b.fees)
            && same(a.exposure, b.exposure) && a.trades == b.trades && a.isOpen == b.isOpen
    }
}
