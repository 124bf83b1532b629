extension DecimalText {
    /// The number in a cell that may group thousands by commas.
    static func grouped(in text: Span<UInt8>, _ range: Range<Int>, shift: Int = 0) -> Value {
        guard let bare = withoutCommas(text, range) else { return .invalid }
        return value(in: bare.span, 0..<bare.count, shift: shift)
    }

    /// A volume: a dash or nothing is unknown (NaN); K, M, B and T shift the decimal point.
    static func volume(in text: Span<UInt8>, _ cell: Cell) -> Value {
        var range = cell.range
        guard let last = range.last else { return .number(.nan) }
        if range.count == 1, text[last] == 0x2D { return .number(.nan) }
        let shift = suffixShift(text[last])
        if shift > 0 { range = range.dropLast() }
        return cell.isQuoted
            ? grouped(in: text, range, shift: shift) : value(in: text, range, shift: shift)
    }

    private static func suffixShift(_ byte: UInt8) -> Int {
        switch byte | 0x20 {
        case 0x6B: 3
        case 0x6D: 6
        case 0x62: 9
        case 0x74: 12
        default: 0
        }
    }

    /// The bytes without grouping commas; nil when a comma does not stand before three digits.
    private static func withoutCommas(_ text: Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
        var bare: [UInt8] = []
        bare.reserveCapacity(range.count)
        for index in range {
            guard text[index] == 0x2C else {
                bare.append(text[index])
                continue
            }
            var group = index + 1
            while group < range.upperBound, text[group] &- 0x30 < 10 { group += 1 }
            guard group == index + 4, let last = bare.last, last &- 0x30 < 10 else { return nil }
        }
        return bare
    }
}
