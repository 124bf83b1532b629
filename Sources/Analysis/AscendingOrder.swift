/// Doubles in ascending order, without comparisons where there are many: a radix sort of their
/// bits, in O(n).
///
/// - Precondition: no value is NaN.
/// - Source: Seward, 1954; the order of the bits is that of IEEE 754 totalOrder.
enum AscendingOrder {
    /// The values in ascending order.
    static func sorted(_ values: [Double]) -> [Double] {
        guard values.count > 256 else { return values.sorted() }
        var keys = values.map { key($0.bitPattern) }
        var other = keys
        var counts = [Int](repeating: 0, count: 256 * 8)
        for key in keys {
            for digit in 0..<8 { counts[slot(digit, key)] += 1 }
        }
        for digit in 0..<8 {
            var place = 0
            for slot in digit << 8..<(digit + 1) << 8 {
                (counts[slot], place) = (place, place + counts[slot])
            }
            for key in keys {
                let slot = slot(digit, key)
                other[counts[slot]] = key
                counts[slot] += 1
            }
            swap(&keys, &other)
        }
        return keys.map { Double(bitPattern: bits($0)) }
    }

    /// Where a digit of 8 bits is counted.
    @inline(__always)
    private static func slot(_ digit: Int, _ key: UInt64) -> Int {
        digit << 8 | Int(truncatingIfNeeded: key &>> UInt64(digit << 3) & 255)
    }

    /// Bits that compare as unsigned integers like the doubles that they come from.
    private static func key(_ bits: UInt64) -> UInt64 {
        bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }

    private static func bits(_ key: UInt64) -> UInt64 {
        key >> 63 == 1 ? key & ~(1 << 63) : ~key
    }
}
