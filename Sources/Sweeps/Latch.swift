/// A state that is set by one condition and reset by another, 64 bars at a time.
///
/// `sₜ = ¬resetₜ ∧ (setₜ ∨ sₜ₋₁)` is the carry of a binary addition: `set` generates, `¬reset`
/// propagates. Adding the words therefore runs the state machine over all bars without a branch.
struct Latch {
    private var carry: UInt64 = 0

    /// The state before each bar.
    @inline(__always)
    mutating func before(set: UInt64, reset: UInt64) -> UInt64 {
        let propagate = ~reset
        let generate = set & propagate
        let (partial, first) = propagate.addingReportingOverflow(generate)
        let (sum, second) = partial.addingReportingOverflow(carry)
        carry = first || second ? 1 : 0
        return sum ^ propagate ^ generate
    }

    /// The bars on which the state changes.
    @inline(__always)
    mutating func changes(set: UInt64, reset: UInt64) -> UInt64 {
        let state = before(set: set, reset: reset)
        return state ^ (state &>> 1 | carry &<< 63)
    }
}

extension MutableSpan<Int32> {
    /// Appends the set bits of one word as bar numbers, without a branch for up to four of them.
    ///
    /// - Precondition: there is room for four more than there will be.
    @inline(__always)
    mutating func append(bits: UInt64, base: Int, count: inout Int) {
        var rest = bits
        for _ in 0..<4 {
            self[count] = Int32(truncatingIfNeeded: base &+ rest.trailingZeroBitCount)
            count &+= rest == 0 ? 0 : 1
            rest &= rest &- 1
        }
        while rest != 0 {
            self[count] = Int32(truncatingIfNeeded: base &+ rest.trailingZeroBitCount)
            count &+= 1
            rest &= rest &- 1
        }
    }
}
