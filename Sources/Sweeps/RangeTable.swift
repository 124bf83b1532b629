/// Lowest price, highest price, deepest fall and highest rise of any run of bars, in constant time.
///
/// The fall is `min cₜ/cₛ` over `s ≤ t`, which is free of scale; the rise is the greatest. Two
/// adjacent runs a, b combine as `(min, max, min(fall a, fall b, min b / max a))`, and the rises
/// likewise: associative, but not safe for overlapping
/// runs, so an ordinary sparse table would be wrong. A *disjoint* sparse table stores, per level,
/// the runs that end or start at a block's middle; any query is exactly two adjacent runs.
/// To keep the memory of long series at O(bars), it is built over blocks of 2^`shift` bars, with
/// the runs from each bar to both ends of its block beside it; a query in one block is walked.
struct RangeTable: Sendable {
    /// Lanes: lowest, highest, fall, rise.
    typealias Run = SIMD4<Double>

    let shift: Int
    private let stride: Int
    private var levels: [Run] = []
    private var heads: [Run] = []
    private var tails: [Run] = []
    private let prices: [Double]

    /// A table of prices; a shift of 0 is the plain disjoint table, O(bars × log bars) memory.
    init(_ prices: [Double], shift: Int) {
        (self.prices, self.shift) = (prices, shift)
        let leaves = prices.map { Run($0, $0, 1, 1) }
        guard shift > 0 else {
            stride = leaves.count
            levels = Self.disjoint(leaves)
            return
        }
        (heads, tails) = (leaves, leaves)
        let size = 1 << shift
        stride = (leaves.count + size - 1) / size
        for i in leaves.indices where i % size != 0 {
            heads[i] = Self.join(heads[i - 1], leaves[i])
        }
        for i in leaves.indices.dropLast().reversed() where i % size != size - 1 {
            tails[i] = Self.join(leaves[i], tails[i + 1])
        }
        levels = Self.disjoint((0..<stride).map { tails[$0 * size] })
    }

    private static func disjoint(_ leaves: [Run]) -> [Run] {
        var (out, half, levels) = ([Run](), 2, 1)
        while 1 << levels < leaves.count { levels += 1 }
        out.reserveCapacity(levels * leaves.count)
        out += leaves
        while half < leaves.count {
            var level = leaves
            for middle in Swift.stride(from: half, to: leaves.count, by: 2 * half) {
                for i in (middle - half..<middle - 1).reversed() {
                    level[i] = join(leaves[i], level[i + 1])
                }
                for i in middle + 1..<max(middle + 1, min(leaves.count, middle + half)) {
                    level[i] = join(level[i - 1], leaves[i])
                }
            }
            out += level
            half *= 2
        }
        return out
    }

    @inline(__always)
    static func join(_ a: Run, _ b: Run) -> Run {
        Run(
            Double.least(a.x, b.x), Double.most(a.y, b.y),
            Double.least(Double.least(a.z, b.z), b.x / a.y),
            Double.most(Double.most(a.w, b.w), b.y / a.x))
    }

    /// Two adjacent runs that make up the bars `first...last`.
    @inline(__always)
    func halves(_ first: Int, _ last: Int) -> (Run, Run) {
        if shift != 0 { return (run(first, last), Run(.infinity, -.infinity, 1, 1)) }
        if first == last { return (levels[first], levels[first]) }
        let level = Int.bitWidth &- 1 &- (first ^ last).leadingZeroBitCount
        let base = level &* stride
        return (levels[base &+ first], levels[base &+ last])
    }

    /// The bars `first...last`.
    func run(_ first: Int, _ last: Int) -> Run {
        if shift == 0 { return query(first, last) }
        let (a, b) = (first >> shift, last >> shift)
        if a == b { return walk(first, last) }
        let ends = (tails[first], heads[last])
        if b &- a == 1 { return Self.join(ends.0, ends.1) }
        return Self.join(Self.join(ends.0, query(a &+ 1, b &- 1)), ends.1)
    }

    @inline(__always)
    private func query(_ a: Int, _ b: Int) -> Run {
        if a == b { return levels[a] }
        let level = Int.bitWidth &- 1 &- (a ^ b).leadingZeroBitCount
        return Self.join(levels[level &* stride &+ a], levels[level &* stride &+ b])
    }

    private func walk(_ first: Int, _ last: Int) -> Run {
        var run = Run(prices[first], prices[first], 1, 1)
        for bar in first..<last {
            let price = prices[bar + 1]
            run.x = Double.least(run.x, price)
            run.y = Double.most(run.y, price)
            run.z = Double.least(run.z, price / run.y)
            run.w = Double.most(run.w, price / run.x)
        }
        return run
    }
}

extension Double {
    /// Minimum and maximum as one instruction each; for values that are known.
    @inline(__always) static func least(_ a: Double, _ b: Double) -> Double { a < b ? a : b }
    @inline(__always) static func most(_ a: Double, _ b: Double) -> Double { a > b ? a : b }
}
