import MarketData
import Sweeps
import Testing
import Trading

@Suite struct CrossingTests {
    /// Columns that tie, start late and have holes, of bars of a market.
    private static func columns(_ dice: inout Dice, count: Int, columns: Int) -> [Double] {
        let (ties, holes, starts) = (dice.chance(0.4), dice.chance(0.4), dice.chance(0.7))
        return (0..<columns).flatMap { _ in
            let start = starts ? Int.random(in: 0...min(count, 70), using: &dice) : 0
            var value = 100.0
            return (0..<count).map { bar -> Double in
                value += dice.real(-1...1)
                if bar < start || holes && dice.chance(0.05) { return .nan }
                return ties ? (value / 2).rounded() : value
            }
        }
    }

    /// The crossings by definition, from the doubles, bar by bar.
    private static func crossings(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>) -> (
        up: [Bool], down: [Bool]
    ) {
        var (up, down, before) = ([Bool](), [Bool](), Double.nan)
        for (x, y) in zip(a, b) {
            // A difference of doubles has the sign of their order.
            let now = x - y
            up.append(now > 0 && before <= 0)
            down.append(now < 0 && before >= 0)
            if !now.isNaN { before = now }
        }
        return (up, down)
    }

    @Test("of two columns are those of their values, ties, holes and late starts included")
    func masks() {
        var dice = Dice(state: 5)
        for _ in 0..<300 {
            let (count, columns) = (dice.pick([1, 2, 64, 65, 300, 513]), dice.pick([1, 2, 5]))
            let values = Self.columns(&dice, count: count, columns: columns)
            let family = RankedFamily(values: values, columns: columns)
            for a in 0..<columns {
                for b in 0..<columns {
                    let x = values[(a * count)...].prefix(count)
                    let y = values[(b * count)...].prefix(count)
                    let greater = BitColumn(count: count) {
                        x[x.startIndex + $0] > y[y.startIndex + $0]
                    }
                    #expect(family.greater(a, b) == greater)
                    let expected = Self.crossings(x, y)
                    let found = EventSweep.crossings(family, CrossingPair(a, b))
                    #expect(found.enterLong == BitColumn(count: count) { expected.up[$0] })
                    #expect(found.exitLong == BitColumn(count: count) { expected.down[$0] })
                }
            }
        }
    }

    @Test("trade as their masks do, with and without stops, under every rule", arguments: [0, 1])
    func trades(kind: UInt64) {
        var (traded, plain) = (0, 0)
        for seed in kind * 10_000..<kind * 10_000 + 1_500 {
            let one = RandomCase(seed: 500_000 + seed, kind == 0 ? .stops : .all)
            var dice = Dice(state: seed)
            let index = one.index
            let values = Self.columns(&dice, count: index.count, columns: 4)
            let family = RankedFamily(values: values, columns: 4)
            let table = one.table(index)
            var sweep = EventSweep(index, one.rules, periodsPerYear: 252, table: table)
            let pairs = [CrossingPair(0, 1), CrossingPair(1, 0), CrossingPair(2, 3)]
            var places: [Int] = []
            sweep.runCrossings(family, pairs[...]) { place, fast in
                places.append(place)
                let conditions = EventSweep.crossings(family, pairs[place])
                let slow = ReferenceCell.run(
                    index, one.rules, conditions, periodsPerYear: 252, values: one.values)
                let gap = Gap(slow, fast)
                #expect(
                    gap.money <= 1e-12 && gap.ratios <= 1e-9 && gap.countsAgree,
                    "seed \(seed): \(slow) \(fast) \(one.rules)")
                traded += slow.trades > 0 ? 1 : 0
            }
            #expect(places == [0, 1, 2])
            plain += sweep.fallbacks == 0 ? 1 : 0
        }
        #expect(traded > 1_500)
        #expect(plain > 1_000)
    }

    @Test("of doubles that differ in their last bit are found")
    func lastBits() {
        let count = 130
        let values = (0..<count).map { _ in 1e9 }
        let other = (0..<count).map { $0 % 3 == 1 ? 1e9.nextUp : $0 % 3 == 2 ? 1e9.nextDown : 1e9 }
        let wide = (0..<count).map { _ in 1e12 }
        let family = RankedFamily(values: values + other + wide, columns: 3)
        #expect(family.greater(1, 0) == BitColumn(count: count) { $0 % 3 == 1 })
        #expect(family.greater(0, 1) == BitColumn(count: count) { $0 % 3 == 2 })
        #expect(family.greater(2, 1) == BitColumn(count: count) { _ in true })
    }
}
