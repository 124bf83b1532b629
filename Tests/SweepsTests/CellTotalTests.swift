import Sweeps
import Testing

@Suite struct CellTotalTests {
    private static func outcome(_ gain: Double, _ sharpe: Double, _ drawdown: Double) -> CellOutcome
    {
        CellOutcome(
            finalEquity: 1 + gain, totalReturn: gain, sharpe: sharpe, drawdown: drawdown, fees: 0,
            exposure: 0, trades: 0, isOpen: false)
    }

    @Test("takes 24 bytes and keeps means, the worst fall and the undefined")
    func adds() {
        #expect(MemoryLayout<CellTotal>.size == 24)
        var total = CellTotal()
        #expect(total.meanReturn.isNaN && total.meanSharpe.isNaN && total.symbols == 0)
        total.add(Self.outcome(0.5, 2, 0.25))
        total.add(Self.outcome(-0.25, .nan, 0.5))
        total.add(Self.outcome(0, 1, 1.75))
        total.add(Self.outcome(0.75, 3, 0))
        #expect(total.symbols == 4 && total.undefined == 1)
        #expect(total.meanSharpe == 2 && total.meanReturn == 0.25)
        #expect(total.worstDrawdown == 1.75)
    }

    @Test("counts as many symbols as it says")
    func counts() {
        var total = CellTotal()
        for _ in 0..<65_535 { total.add(Self.outcome(0, .nan, 0.125)) }
        #expect(total.symbols == 65_535 && total.undefined == 65_535)
        #expect(total.meanSharpe.isNaN && total.worstDrawdown == 0.125)
    }
}
