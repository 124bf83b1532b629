/// Writes FlatBuffers from the end to the start, as much of them as Arrow's metadata needs.
///
/// Source: FlatBuffers, "Internals". Positions count from the end of the buffer, because the
/// length before them is not yet known; bytes are kept in reverse until the buffer is finished.
struct FlatBuilder {
    /// What a slot of a table holds.
    enum Slot {
        case byte(UInt8)
        case short(Int16)
        case long(Int64)
        /// The position of a string, a vector or a table.
        case reference(Int)

        fileprivate var size: Int {
            switch self {
            case .byte: 1
            case .short: 2
            case .long: 8
            case .reference: 4
            }
        }
    }

    private var reversed: [UInt8] = []

    /// The finished buffer, whose root is the table at a position.
    func finished(root: Int) -> [UInt8] {
        var copy = self
        copy.pad(to: 8, before: 4)
        copy.push(UInt32(copy.reversed.count + 4 - root))
        return copy.reversed.reversed()
    }

    /// A string; gives its position.
    mutating func string(_ text: String) -> Int {
        let bytes = Array(text.utf8)
        pad(to: 4, before: bytes.count + 1)
        reversed.append(0)
        reversed.append(contentsOf: bytes.reversed())
        push(UInt32(bytes.count))
        return reversed.count
    }

    /// A vector of positions; gives its own.
    mutating func references(_ positions: [Int]) -> Int {
        pad(to: 4, before: 4 * positions.count)
        for position in positions.reversed() { pushReference(position) }
        push(UInt32(positions.count))
        return reversed.count
    }

    /// A vector of structures of 64-bit numbers; gives its position.
    mutating func structures(_ rows: [[Int64]]) -> Int {
        let size = rows.reduce(0) { $0 + 8 * $1.count }
        pad(to: 4, before: size)
        pad(to: 8, before: size)
        for number in rows.joined().reversed() { push(number) }
        push(UInt32(rows.count))
        return reversed.count
    }

    /// A table; gives its position. Slots without a value keep their default.
    mutating func table(_ slots: [Slot?]) -> Int {
        let start = reversed.count
        var positions = [Int](repeating: 0, count: slots.count)
        let order = slots.indices.sorted { (slots[$0]?.size ?? 0) > (slots[$1]?.size ?? 0) }
        for index in order {
            guard let slot = slots[index] else { continue }
            push(slot)
            positions[index] = reversed.count
        }
        pad(to: 4, before: 4)
        push(Int32(0))
        let table = reversed.count
        pad(to: 2, before: 0)
        for position in positions.reversed() {
            push(UInt16(position == 0 ? 0 : table - position))
        }
        push(UInt16(table - start))
        push(UInt16(4 + 2 * slots.count))
        patch(Int32(reversed.count - table), at: table)
        return table
    }
}

extension FlatBuilder {
    /// Adds zeros, so that a number is aligned after `size` more bytes.
    private mutating func pad(to alignment: Int, before size: Int) {
        while (reversed.count + size) % alignment != 0 { reversed.append(0) }
    }

    private mutating func push<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number.bigEndian) { reversed.append(contentsOf: $0) }
    }

    private mutating func pushReference(_ position: Int) {
        pad(to: 4, before: 4)
        push(UInt32(reversed.count + 4 - position))
    }

    private mutating func push(_ slot: Slot) {
        pad(to: slot.size, before: slot.size)
        switch slot {
        case .byte(let value): push(value)
        case .short(let value): push(value)
        case .long(let value): push(value)
        case .reference(let position): pushReference(position)
        }
    }

    private mutating func patch(_ number: Int32, at position: Int) {
        withUnsafeBytes(of: number.littleEndian) { bytes in
            for (index, byte) in bytes.enumerated() { reversed[position - 1 - index] = byte }
        }
    }
}
