/// One bit a bar, 64 bars to a word; bits past `count` are zero.
///
/// A condition is the bars on which it is *known to be true*.
public struct BitColumn: Sendable, Equatable {
    /// The number of bars.
    public let count: Int
    /// The bits: bar `i` is bit `i % 64` of word `i / 64`.
    public private(set) var words: [UInt64]

    /// A column that is true nowhere.
    public init(count: Int) {
        (self.count, words) = (count, Array(repeating: 0, count: Self.wordCount(count)))
    }

    /// A column of the bars on which something holds.
    public init(count: Int, where isSet: (Int) -> Bool) {
        self.init(count: count)
        for bar in 0..<count where isSet(bar) { words[bar >> 6] |= 1 << UInt64(bar & 63) }
    }

    /// A column from its words; what lies past `count` is cleared.
    public init(count: Int, words: [UInt64]) {
        precondition(
            words.count == Self.wordCount(count), "\(count) bars are not \(words.count) words")
        (self.count, self.words) = (count, words)
        if count & 63 != 0 { self.words[words.count - 1] &= 1 << UInt64(count & 63) - 1 }
    }

    /// The words that hold so many bars.
    public static func wordCount(_ count: Int) -> Int { (count + 63) >> 6 }

    /// True where the bit of a bar is set.
    public subscript(bar: Int) -> Bool { words[bar >> 6].hasBit(bar) }

    /// Writes 64 bars at once; what lies past `count` is cleared.
    public mutating func setWord(_ index: Int, _ word: UInt64) {
        let rest = count - index << 6
        words[index] = rest >= 64 ? word : word & (1 << UInt64(rest) - 1)
    }
}

extension UInt64 {
    /// True where the bit of a bar, counted from any multiple of 64, is set.
    @inline(__always)
    func hasBit(_ bar: Int) -> Bool { self &>> UInt64(bar & 63) & 1 == 1 }
}

extension Span<UInt64> {
    /// The first set bit at or after `bar`, or `count` of the bars.
    @inline(__always)
    func nextBit(from bar: Int, count bars: Int) -> Int {
        guard bar < bars else { return bars }
        var word = bar >> 6
        var bits = self[word] & (~0 &<< UInt64(bar & 63))
        while bits == 0 {
            word &+= 1
            if word == count { return bars }
            bits = self[word]
        }
        return word &<< 6 &+ bits.trailingZeroBitCount
    }
}
