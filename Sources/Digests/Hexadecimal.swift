extension [UInt8] {
    /// The bytes in two lower-case digits each.
    public var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Bytes from their hexadecimal digits; nil when the text is none.
    public init?(hexadecimal text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2), digits.allSatisfy({ Self.value(of: $0) != nil })
        else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { index in
            (Self.value(of: digits[index]) ?? 0) << 4 | (Self.value(of: digits[index + 1]) ?? 0)
        }
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x61 + 10
        case 0x41...0x46: digit - 0x41 + 10
        default: nil
        }
    }
}
