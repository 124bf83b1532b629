import CLanes

/// Columns that are compared with one another, kept as numbers of 16 bits in the same order.
///
/// At each bar the known values are mapped to their scaled distance above the lowest one. Every
/// step of that rounds in one direction, so a greater number is a greater value; equal numbers are
/// decided by the values themselves. 64 bars of a comparison take 32 instructions.
public final class RankedFamily: Sendable {
    /// The number of bars.
    public let count: Int
    /// The number of columns.
    public let columns: Int
    let wordCount: Int
    private let values: [Double]
    /// `[column][bar]`, each column padded to whole words.
    private let codes: [Int16]
    /// `[column][word]`: the bars on which the column is known.
    private let known: [UInt64]
    /// True when a column is unknown on a bar after one on which it was known.
    let hasGaps: Bool

    /// A family of columns.
    ///
    /// - Parameters:
    ///   - values: `[column][bar]`, flat; what is not finite is unknown.
    ///   - columns: how many there are.
    /// - Complexity: O(bars × columns).
    public init(values: [Double], columns: Int) {
        precondition(
            columns > 0 && values.count % columns == 0,
            "\(values.count) values are not \(columns) columns of one length")
        let count = values.count / columns
        let wordCount = BitColumn.wordCount(count)
        let (lowest, scale) = Self.scales(values, columns, count)
        codes = Array(unsafeUninitializedCapacity: columns * wordCount * 64) { codes, filled in
            guard let to = codes.baseAddress else { return }
            values.withUnsafeBufferPointer { values in
                for column in 0..<columns {
                    let row = to + column * wordCount * 64
                    let unknown = UInt8(truncatingIfNeeded: column)
                    if let from = values.baseAddress {
                        c_lanes_code(from + column * count, lowest, scale, count, unknown, row)
                    }
                    // What lies past the bars is like what is not known.
                    for bar in count..<wordCount * 64 { row[bar] = -32_513 - Int16(unknown) }
                }
            }
            filled = codes.count
        }
        (known, hasGaps) = Self.known(values, columns, count)
        (self.values, self.columns, self.count, self.wordCount) = (
            values, columns, count, wordCount
        )
    }

    /// The lowest value of each bar, and what a distance from it is multiplied with.
    private static func scales(
        _ values: [Double], _ columns: Int, _ count: Int
    ) -> (lowest: [Double], scale: [Double]) {
        var lowest = Array(repeating: Double.infinity, count: count)
        var highest = Array(repeating: -Double.infinity, count: count)
        values.withUnsafeBufferPointer { values in
            guard let from = values.baseAddress else { return }
            for column in 0..<columns {
                c_lanes_widen(from + column * count, count, &lowest, &highest)
            }
        }
        let scale = zip(lowest, highest).map { low, high in
            let scale = 65_279 / (high - low)
            return scale.isFinite && high > low ? scale : 0
        }
        return (lowest, scale)
    }

    private static func known(
        _ values: [Double], _ columns: Int, _ count: Int
    ) -> (bits: [UInt64], hasGaps: Bool) {
        let wordCount = BitColumn.wordCount(count)
        var bits = Array(repeating: UInt64(0), count: columns * wordCount)
        var hasGaps = false
        values.withUnsafeBufferPointer { values in
            guard let from = values.baseAddress else { return }
            for column in 0..<columns {
                var (start, total) = (count, 0)
                for word in 0..<wordCount {
                    let bar = word * 64
                    let known = c_lanes_known(from + column * count + bar, min(64, count - bar))
                    if known != 0 { start = min(start, bar + known.trailingZeroBitCount) }
                    total += known.nonzeroBitCount
                    bits[column * wordCount + word] = known
                }
                if total != count - start { hasGaps = true }
            }
        }
        return (bits, hasGaps)
    }

    /// The bars on which column `a` is above column `b`.
    public func greater(_ a: Int, _ b: Int) -> BitColumn {
        var comparison = Comparison(self)
        comparison.compare(self, a, b)
        return BitColumn(count: count, words: comparison.above)
    }

    /// What one comparison leaves, kept from pair to pair.
    struct Comparison {
        /// The bars on which both columns are known.
        private(set) var valid: [UInt64]
        /// The bars on which the first column is above.
        private(set) var above: [UInt64]
        /// The bars on which the two are equal; meaningless without ties.
        private(set) var equal: [UInt64]
        /// True when the two are equal somewhere.
        private(set) var hasTies = false

        init(_ family: RankedFamily) {
            valid = Array(repeating: 0, count: family.wordCount)
            (above, equal) = (valid, valid)
        }

        /// Compares two columns.
        @inline(__always)
        mutating func compare(_ family: RankedFamily, _ a: Int, _ b: Int) {
            precondition(
                a >= 0 && b >= 0 && a < family.columns && b < family.columns
                    && valid.count == family.wordCount,
                "columns \(a) and \(b) of \(family.columns)")
            let isDoubtful = Self.compare(
                family.codes, family.known, (a, b), above: &above, valid: &valid)
            hasTies = isDoubtful && settle(family.values, family.codes, (a, b), family.count)
        }

        /// Compares the numbers; true when two may be equal.
        @inline(__always)
        private static func compare(
            _ codes: [Int16], _ known: [UInt64], _ pair: (Int, Int), above: inout [UInt64],
            valid: inout [UInt64]
        ) -> Bool {
            let words = above.count
            let isDoubtful = codes.withUnsafeBufferPointer { codes in
                guard let base = codes.baseAddress else { return false }
                let (x, y) = (base + pair.0 &* words &* 64, base + pair.1 &* words &* 64)
                return c_lanes_greater(x, y, words, &above) != 0
            }
            var above = above.mutableSpan
            var valid = valid.mutableSpan
            let first = known.span.extracting(pair.0 &* words..<pair.0 &* words &+ words)
            let second = known.span.extracting(pair.1 &* words..<pair.1 &* words &+ words)
            for word in valid.indices {
                valid[word] = first[word] & second[word]
                above[word] &= valid[word]
            }
            return isDoubtful
        }

        /// Decides equal numbers by the values; true when two values are equal.
        private mutating func settle(
            _ values: [Double], _ codes: [Int16], _ pair: (Int, Int), _ count: Int
        ) -> Bool {
            let (words, x, y) = (above.count, pair.0 * count, pair.1 * count)
            var ties: UInt64 = 0
            for word in 0..<words {
                var doubtful = codes.withUnsafeBufferPointer { codes in
                    codes.baseAddress.map {
                        c_lanes_equal(
                            $0 + (pair.0 * words + word) * 64, $0 + (pair.1 * words + word) * 64)
                    } ?? 0
                }
                doubtful &= valid[word]
                equal[word] = 0
                while doubtful != 0 {
                    let bar = word << 6 + doubtful.trailingZeroBitCount
                    let bit = doubtful & (~doubtful &+ 1)
                    if values[x + bar] > values[y + bar] { above[word] |= bit }
                    if values[x + bar] == values[y + bar] { equal[word] |= bit }
                    doubtful ^= bit
                }
                ties |= equal[word]
            }
            return ties != 0
        }
    }
}
