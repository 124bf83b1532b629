import Search
import Testing

@Suite("A random order")
struct IndexPermutationTests {
    @Test(
        "has each number once", arguments: [1, 2, 3, 5, 7, 8, 9, 63, 64, 65, 1_001, 4_095, 65_537])
    func covers(count: Int) {
        for seed in 0..<5 as Range<UInt64> {
            let order = IndexPermutation(count: count, seed: seed)
            #expect((0..<count).map { order[$0] }.sorted() == Array(0..<count))
        }
    }

    @Test("differs by seed, and not otherwise")
    func seeds() {
        func order(_ seed: UInt64) -> [Int] {
            let order = IndexPermutation(count: 1_000_000_000_000, seed: seed)
            return (0..<20).map { order[$0] }
        }
        #expect(order(1) == order(1))
        #expect(order(1) != order(2))
        #expect(Set(order(1)).count == 20 && order(1) != order(1).sorted())
        #expect(order(1).allSatisfy { (0..<1_000_000_000_000).contains($0) })
    }

    /// Chi-squared of 5, 23 and 119 degrees of freedom; chance passes it once in a thousand.
    @Test("of few is each of their orders equally often", arguments: [3, 4, 5])
    func fair(count: Int) {
        var counts: [[Int]: Int] = [:]
        let trials = 24_000
        for seed in 0..<UInt64(trials) {
            let order = IndexPermutation(count: count, seed: seed &* 0x9E37_79B9_7F4A_7C15)
            counts[(0..<min(count, 4)).map { order[$0] }, default: 0] += 1
        }
        let orders = count == 3 ? 6 : count == 4 ? 24 : 120
        let expected = Double(trials) / Double(orders)
        var squares = 0.0
        for found in counts.values {
            squares += (Double(found) - expected) * (Double(found) - expected) / expected
        }
        let critical = count == 3 ? 20.5 : count == 4 ? 49.7 : 172.7
        #expect(counts.count == orders && squares < critical, "\(squares)")
    }
}
