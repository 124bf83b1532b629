import Kernels

/// A random order of the numbers 0..<count that keeps nothing: each place is computed.
///
/// A Feistel network permutes the numbers of as many bits as are needed; a result outside is put
/// through again until it lies inside (cycle walking), which takes two passes on the average at
/// most, and more only for few numbers.
///
/// Source: Black, Rogaway: Ciphers with Arbitrary Finite Domains, CT-RSA 2002.
package struct IndexPermutation: Sendable {
    /// Even, so that the halves end where they began.
    private static let rounds = 8

    /// With fewer, the halves are so small that some orders are more frequent than others.
    private static let leastBits: UInt64 = 6

    package let count: Int
    private let lowBits: UInt64
    private let highBits: UInt64
    private let keys: InlineArray<8, UInt64>

    /// The order that belongs to a seed.
    ///
    /// - Parameters:
    ///   - count: how many numbers, at least 1.
    ///   - seed: which of many orders.
    package init(count: Int, seed: UInt64) {
        precondition(count >= 1, "count must be ≥ 1, was \(count)")
        let bits = max(Self.leastBits, UInt64(Int.bitWidth - (count - 1).leadingZeroBitCount))
        (self.count, lowBits, highBits) = (count, (bits + 1) / 2, bits / 2)
        var generator = SplitMix64(state: seed)
        var keys = InlineArray<8, UInt64>(repeating: 0)
        for round in keys.indices { keys[round] = generator.next() }
        self.keys = keys
    }

    /// The number at a place; different places have different numbers.
    package subscript(place: Int) -> Int {
        precondition((0..<count).contains(place), "there are \(count) places, not \(place)")
        var number = UInt64(place)
        repeat { number = permuted(number) } while number >= UInt64(count)
        return Int(number)
    }

    private func permuted(_ number: UInt64) -> UInt64 {
        var low = number & (1 << lowBits - 1)
        var high = number >> lowBits
        for round in stride(from: 0, to: Self.rounds, by: 2) {
            high ^= Self.mixed(low, keys[round]) >> (64 - highBits)
            low ^= Self.mixed(high, keys[round + 1]) >> (64 - lowBits)
        }
        return high << lowBits | low
    }

    /// A number whose highest bits depend on all of both.
    @inline(__always)
    private static func mixed(_ half: UInt64, _ key: UInt64) -> UInt64 {
        var mixed = key &+ half &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        return (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    }
}
