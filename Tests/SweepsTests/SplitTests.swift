import MarketData
import Sweeps
import Testing
import Trading

@Suite struct SplitTests {
    /// Bars whose last low is where a stop behind the best price lies once it is put on the new
    /// share basis: by rounding above the old stop on that basis.
    private static func history(best: Double, fraction: Double) -> AdjustedHistory? {
        let (stop, adjusted) = (best * (1 - fraction) * 1 / 7, best * 1 / 7)
        let raised = adjusted * (1 - fraction)
        guard raised > stop else { return nil }
        let calm = adjusted * (1 - fraction / 2)
        let prices = [(best, best), (best, best), (calm, calm), (calm, raised), (calm, calm)]
        let bars = prices.enumerated().map { day, price in
            Bar(
                time: CivilDate(daysSince1970: 18_000 + day).midnight, open: price.0,
                high: price.0, low: price.1, close: price.0, volume: 1)
        }
        let split = CorporateAction(exDate: bars[2].time, kind: .split(new: 7, old: 1))
        let series = Series(symbol: "X", interval: .day, bars: bars)
        return AdjustedHistory(series, actions: [split], view: .splits)
    }

    @Test("a stop that follows is moved by the first bar after a split, to the last bit")
    func movesStops() {
        var (dice, found) = (Dice(state: 3), 0)
        var rules = TradingRules()
        rules.stop = .trailingPercent(0.1)
        let conditions = CellConditions(enterLong: BitColumn(count: 5) { $0 == 0 })
        for _ in 0..<300 {
            guard let history = Self.history(best: dice.real(10...1_000), fraction: 0.1) else {
                continue
            }
            found += 1
            let index = PriceIndex(history, rows: 0..<5, fill: .nextOpen)
            let slow = ReferenceCell.run(index, rules, conditions, periodsPerYear: 252)
            #expect(slow.trades == 1)
            let table = StopTable(index, rules)
            var sweep = EventSweep(index, rules, periodsPerYear: 252, table: table)
            #expect(sweep.holdings(conditions) == [Holding(direction: 1, entry: 1, exit: 3)])
            var lanes = LaneLedger(index, rules, periodsPerYear: 252)
            lanes.run([conditions]) { #expect($1 == slow) }
        }
        #expect(found > 20)
    }
}
