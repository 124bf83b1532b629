/// Reads a table of a FlatBuffer; every position is checked against the buffer.
struct FlatTable {
    /// A position that leads out of the buffer.
    struct Damage: Error {}

    private let buffer: [UInt8]
    private let position: Int
    private let slots: [Int]

    /// The root table of a buffer.
    init(root buffer: [UInt8]) throws(Damage) {
        let offset: UInt32 = try Self.number(buffer, 0)
        try self.init(buffer, at: Int(offset))
    }

    private init(_ buffer: [UInt8], at position: Int) throws(Damage) {
        let distance: Int32 = try Self.number(buffer, position)
        let layout = position - Int(distance)
        let size: UInt16 = try Self.number(buffer, layout)
        guard size >= 4, size % 2 == 0 else { throw Damage() }
        var slots: [Int] = []
        for index in 0..<(Int(size) - 4) / 2 {
            let slot: UInt16 = try Self.number(buffer, layout + 4 + 2 * index)
            slots.append(Int(slot))
        }
        (self.buffer, self.position, self.slots) = (buffer, position, slots)
    }

    /// A number of a slot, or its default.
    func number<Number: FixedWidthInteger>(
        _ slot: Int, default value: Number
    ) throws(Damage) -> Number {
        guard let place = place(slot) else { return value }
        return try Self.number(buffer, place)
    }

    /// A string of a slot; empty when it is not there.
    func string(_ slot: Int) throws(Damage) -> String {
        guard let place = try target(slot) else { return "" }
        let count: UInt32 = try Self.number(buffer, place)
        let start = place + 4
        guard Int(count) <= buffer.count - start else { throw Damage() }
        return String(decoding: buffer[start..<start + Int(count)], as: UTF8.self)
    }

    /// The table of a slot.
    func table(_ slot: Int) throws(Damage) -> FlatTable? {
        guard let place = try target(slot) else { return nil }
        return try FlatTable(buffer, at: place)
    }

    /// The tables of a slot.
    func tables(_ slot: Int) throws(Damage) -> [FlatTable] {
        guard let (start, count) = try vector(slot, elementSize: 4) else { return [] }
        var tables: [FlatTable] = []
        for index in 0..<count {
            let offset: UInt32 = try Self.number(buffer, start + 4 * index)
            tables.append(try FlatTable(buffer, at: start + 4 * index + Int(offset)))
        }
        return tables
    }

    /// Structures of `width` 64-bit numbers each.
    func structures(_ slot: Int, width: Int) throws(Damage) -> [[Int64]] {
        guard let (start, count) = try vector(slot, elementSize: 8 * width) else { return [] }
        var rows: [[Int64]] = []
        for row in 0..<count {
            var numbers: [Int64] = []
            for column in 0..<width {
                numbers.append(try Self.number(buffer, start + 8 * (row * width + column)))
            }
            rows.append(numbers)
        }
        return rows
    }
}

extension FlatTable {
    private func place(_ slot: Int) -> Int? {
        guard slot < slots.count, slots[slot] != 0 else { return nil }
        return position + slots[slot]
    }

    private func target(_ slot: Int) throws(Damage) -> Int? {
        guard let place = place(slot) else { return nil }
        let offset: UInt32 = try Self.number(buffer, place)
        return place + Int(offset)
    }

    private func vector(_ slot: Int, elementSize: Int) throws(Damage) -> (start: Int, count: Int)? {
        guard let place = try target(slot) else { return nil }
        let count: UInt32 = try Self.number(buffer, place)
        guard Int(count) <= (buffer.count - place - 4) / elementSize else { throw Damage() }
        return (place + 4, Int(count))
    }

    private static func number<Number: FixedWidthInteger>(
        _ buffer: [UInt8], _ place: Int
    ) throws(Damage) -> Number {
        let size = MemoryLayout<Number>.size
        guard place >= 0, place <= buffer.count - size else { throw Damage() }
        return buffer.withUnsafeBytes {
            Number(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Number.self))
        }
    }
}
