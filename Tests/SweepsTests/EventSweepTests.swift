import MarketData
import Sweeps
import Testing
import Trading

@Suite struct EventSweepTests {
    static let cases: [(RandomCase.Traits, UInt64)] = [
        ([], 0), (.shorts, 1), ([.shorts, .holes], 2), ([.shorts, .actions], 3), (.stops, 4),
        ([.stops, .shorts, .actions], 5), ([.limits, .shorts], 6), (.all, 7),
    ]

    @Test("equals the session on random markets, conditions and rules", arguments: cases)
    func random(traits: RandomCase.Traits, kind: UInt64) {
        var (fallbacks, traded) = (0, 0)
        for seed in kind * 10_000..<kind * 10_000 + 2_000 {
            let one = RandomCase(seed: seed, traits)
            let index = one.index
            let table = one.table(index)
            var sweep = EventSweep(index, one.rules, periodsPerYear: 252, table: table)
            let fast = sweep.run(one.conditions)
            let slow = ReferenceCell.run(
                index, one.rules, one.conditions, periodsPerYear: 252, values: one.values)
            let gap = Gap(slow, fast)
            #expect(
                gap.money <= 1e-12 && gap.ratios <= 1e-9 && gap.countsAgree,
                "seed \(seed): \(slow) \(fast) \(one.rules)")
            fallbacks += sweep.fallbacks
            traded += slow.trades > 0 ? 1 : 0
            if sweep.fallbacks == 0 { expectHoldings(one, index, &sweep, seed) }
        }
        #expect(traded > 800)
        #expect(fallbacks < 1_000)
    }

    private func expectHoldings(
        _ one: RandomCase, _ index: PriceIndex, _ sweep: inout EventSweep,
        _ seed: UInt64
    ) {
        let session = ReferenceCell.session(index, one.rules, one.conditions, values: one.values)
        var expected = session.trades.map {
            Holding(
                direction: Int($0.position.direction), entry: $0.position.entryRow,
                exit: $0.exitRow)
        }
        if let held = session.position {
            expected.append(
                Holding(direction: Int(held.direction), entry: held.entryRow, exit: nil))
        }
        let found = sweep.holdings(one.conditions)
        #expect(found == expected, "seed \(seed)")
    }
}
