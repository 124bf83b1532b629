/// Reads decimal numbers: the double nearest to the text, bit for bit.
///
/// Up to 2⁵³ and a power of ten up to 22 one multiplication or division of exact numbers rounds
/// once (Clinger, PLDI 1990); everything else goes to the standard library's exact reader.
enum DecimalText {
    /// What a cell holds.
    enum Value: Equatable {
        case number(Double)
        /// Infinite, too large, or the words for not a number.
        case notFinite
        case invalid
    }

    /// The number in some bytes, times ten to the power of `shift`.
    @inline(__always)
    static func value(in text: Span<UInt8>, _ range: Range<Int>, shift: Int = 0) -> Value {
        var scan = Scan(index: range.lowerBound)
        let end = range.upperBound
        var isNegative = false
        if scan.index < end, text[scan.index] == 0x2D || text[scan.index] == 0x2B {
            isNegative = text[scan.index] == 0x2D
            scan.index += 1
        }
        scan.digits(text, end)
        var fraction = 0
        if scan.index < end, text[scan.index] == 0x2E {
            scan.index += 1
            let before = scan.digits
            scan.digits(text, end)
            fraction = scan.digits - before
        }
        let mantissaEnd = scan.index
        guard scan.digits > 0, let exponent = scan.exponent(text, end), scan.index == end else {
            return isNotFinite(text, range) ? .notFinite : .invalid
        }
        let power = exponent + shift - fraction
        if scan.significant <= 19, scan.mantissa <= 1 << 53, (-22...22).contains(power) {
            let whole = Double(scan.mantissa)
            let magnitude = power < 0 ? whole / powers[-power] : whole * powers[power]
            return .number(isNegative ? -magnitude : magnitude)
        }
        return exact(text, range.lowerBound..<mantissaEnd, exponent: exponent + shift)
    }

    /// The progress through one number.
    private struct Scan {
        var index: Int
        var mantissa: UInt64 = 0
        var digits = 0
        var significant = 0

        init(index: Int) { self.index = index }

        @inline(__always)
        mutating func digits(_ text: Span<UInt8>, _ end: Int) {
            while index < end {
                let digit = text[index] &- 0x30
                guard digit < 10 else { return }
                mantissa = mantissa &* 10 &+ UInt64(digit)
                if significant > 0 || digit > 0 { significant += 1 }
                digits += 1
                index += 1
            }
        }

        /// The exponent, 0 when there is none, nil when it has no digits.
        @inline(__always)
        mutating func exponent(_ text: Span<UInt8>, _ end: Int) -> Int? {
            guard index < end, text[index] | 0x20 == 0x65 else { return 0 }
            index += 1
            var isNegative = false
            if index < end, text[index] == 0x2D || text[index] == 0x2B {
                isNegative = text[index] == 0x2D
                index += 1
            }
            let start = index
            var value = 0
            while index < end, text[index] &- 0x30 < 10 {
                value = min(value * 10 + Int(text[index] &- 0x30), 100_000)
                index += 1
            }
            return index == start ? nil : isNegative ? -value : value
        }
    }

    private static func exact(_ text: Span<UInt8>, _ range: Range<Int>, exponent: Int) -> Value {
        let digits = String(decoding: range.map { text[$0] }, as: UTF8.self)
        guard let value = Double("\(digits)e\(exponent)") else { return .invalid }
        return value.isFinite ? .number(value) : .notFinite
    }

    private static func isNotFinite(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 9 else { return false }
        let word = String(decoding: range.map { text[$0] }, as: UTF8.self).lowercased()
        let bare = word.hasPrefix("-") || word.hasPrefix("+") ? String(word.dropFirst()) : word
        return ["nan", "inf", "infinity", "null", "n/a", "na", "none"].contains(bare)
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]
}
