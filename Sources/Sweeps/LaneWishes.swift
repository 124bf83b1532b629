import Trading

/// The conditions of eight cells, a byte a bar and a bit a cell.
struct LaneWishes {
    /// `[condition][bar]`, in the order of the bits of `Decision.Wishes`.
    private var bytes: [UInt8]
    private var anyWish: [UInt8]

    init(count: Int) {
        anyWish = Array(repeating: 0, count: BitColumn.wordCount(count) * 64)
        bytes = Array(repeating: 0, count: 4 * anyWish.count)
    }

    mutating func take(_ cells: ArraySlice<CellConditions>) {
        take(cells.map(\.enterLong), into: 0)
        take(cells.map(\.exitLong), into: 1)
        take(cells.map(\.enterShort), into: 2)
        take(cells.map(\.exitShort), into: 3)
        let count = bytes.count / 4
        for bar in 0..<count {
            anyWish[bar] =
                bytes[bar] | bytes[count + bar] | bytes[2 * count + bar] | bytes[3 * count + bar]
        }
    }

    private mutating func take(_ columns: [BitColumn?], into condition: Int) {
        let (base, wordCount) = (condition * anyWish.count, anyWish.count / 64)
        var out = bytes.mutableSpan
        for word in 0..<wordCount {
            var words = SIMD8<UInt64>.zero
            for (lane, column) in columns.enumerated() { words[lane] = column?.words[word] ?? 0 }
            for eight in 0..<8 {
                var block: UInt64 = 0
                for lane in 0..<8 {
                    block |= (words[lane] &>> UInt64(eight &* 8) & 0xFF) &<< UInt64(lane &* 8)
                }
                block = Self.transposed(block)
                for bar in 0..<8 {
                    out[base &+ word &* 64 &+ eight &* 8 &+ bar] = UInt8(
                        truncatingIfNeeded: block &>> UInt64(bar &* 8))
                }
            }
        }
    }

    /// Eight bytes of eight bits, with rows and columns exchanged.
    private static func transposed(_ block: UInt64) -> UInt64 {
        var x = block
        x = exchanged(x, 7, 0x00AA_00AA_00AA_00AA)
        x = exchanged(x, 14, 0x0000_CCCC_0000_CCCC)
        return exchanged(x, 28, 0x0000_0000_F0F0_F0F0)
    }

    @inline(__always)
    private static func exchanged(_ x: UInt64, _ shift: UInt64, _ mask: UInt64) -> UInt64 {
        let swapped = (x ^ (x &>> shift)) & mask
        return x ^ swapped ^ (swapped &<< shift)
    }

    /// The cells with a wish at a bar.
    func any(_ bar: Int) -> UInt8 { anyWish[bar] }

    /// The wishes of one cell.
    func wishes(_ bar: Int, _ lane: Int) -> Decision.Wishes {
        var bits: UInt8 = 0
        for condition in 0..<4 {
            bits |= (bytes[condition * anyWish.count + bar] >> UInt8(lane) & 1) << UInt8(condition)
        }
        return Decision.Wishes(rawValue: bits)
    }
}
