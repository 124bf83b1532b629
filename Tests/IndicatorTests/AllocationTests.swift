import CAllocations
import Evaluation
import MarketData
import Signals
import Testing

@Suite("Memory")
struct AllocationTests {
    @Test("a bar more takes no memory", arguments: IndicatorCatalog.all.map(\.name))
    func oneBar(name: String) throws {
        let plan = try #require(IndicatorCatalog.indicator(named: name)).plan()
        let series = SyntheticMarket(symbol: 2).daily(count: 700)
        var evaluator = IncrementalEvaluator(plan, series.schedule)
        let bars = series.bars
        let closes = series.closedAt
        // The first bars may set something up for all later ones.
        for row in 0..<20 { evaluator.advance(to: bars[row], closedAt: closes[row]) }
        let before = c_allocations()
        for row in 20..<bars.count { evaluator.advance(to: bars[row], closedAt: closes[row]) }
        #expect(c_allocations() - before == 0)
    }

    @Test("what takes memory is counted")
    func counts() {
        let before = c_allocations()
        let values = (0..<100).map { Double($0) }
        #expect(c_allocations() > before && values.count == 100)
    }
}
