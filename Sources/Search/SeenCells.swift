/// The cells that a search has visited: a bit each where there are few in all, else a set.
struct SeenCells: Sendable {
    /// Up to here the bits take 16 MB at most.
    private static let mostBits = 1 << 27

    private var bits: [UInt64]
    private var set: Set<Int> = []

    /// None yet, of so many.
    init(of count: Int) {
        bits = count <= Self.mostBits ? Array(repeating: 0, count: (count + 63) / 64) : []
    }

    func contains(_ cell: Int) -> Bool {
        bits.isEmpty ? set.contains(cell) : bits[cell >> 6] >> UInt64(cell & 63) & 1 == 1
    }

    mutating func insert(_ cell: Int) {
        if bits.isEmpty {
            set.insert(cell)
        } else {
            bits[cell >> 6] |= 1 << UInt64(cell & 63)
        }
    }
}
