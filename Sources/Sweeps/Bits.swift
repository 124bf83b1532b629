/// The places of the set bits of a byte, in order.
struct Bits: Sequence, IteratorProtocol {
    private var rest: UInt8

    init(_ bits: UInt8) { rest = bits }

    mutating func next() -> Int? {
        guard rest != 0 else { return nil }
        defer { rest &= rest &- 1 }
        return rest.trailingZeroBitCount
    }
}
