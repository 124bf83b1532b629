/// Text built byte by byte: numbers are written without a string between.
public struct ByteText: Sendable {
    /// The bytes so far, UTF-8.
    public private(set) var bytes: [UInt8] = []

    /// An empty text with room for so many bytes.
    public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// The text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// True while nothing has been written.
    public var isEmpty: Bool { bytes.isEmpty }

    /// Adds one byte.
    @inline(__always)
    public mutating func append(byte: UInt8) { bytes.append(byte) }

    /// Adds text as it is.
    public mutating func append(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }

    /// Adds a whole number.
    public mutating func append(_ value: some FixedWidthInteger) {
        if value < 0 { bytes.append(0x2D) }
        var rest = UInt64(truncatingIfNeeded: value.magnitude)
        let start = bytes.count
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            bytes.append(48 &+ UInt8(truncatingIfNeeded: digit))
            rest = quotient
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Adds a whole number ≥ 0 with zeros before it, up to `length` digits.
    public mutating func append(_ value: Int, digits length: Int) {
        var limit = 1
        for _ in 1..<max(1, length) { limit *= 10 }
        while limit > 1, value < limit {
            bytes.append(48)
            limit /= 10
        }
        append(value)
    }

    /// Adds a number in its shortest exact form: `10`, `-12.5`, `1e-05`; nothing when it is not
    /// finite.
    ///
    /// - Complexity: prices of up to four decimals take a path without a string.
    public mutating func append(shortest value: Double) {
        guard value.isFinite else { return }
        let size = value.magnitude
        guard size < 1e11, size >= 1e-4 || size == 0 else { return appendDescription(of: value) }
        for (power, places) in [(1.0, 0), (10, 1), (100, 2), (1_000, 3), (10_000, 4)] {
            let scaled = (size * power).rounded()
            // Both are exact doubles, so the quotient is the double nearest the decimal text.
            guard scaled / power == size else { continue }
            if value < 0 { bytes.append(0x2D) }
            let (whole, part) = Int(scaled).quotientAndRemainder(dividingBy: Int(power))
            append(whole)
            guard places > 0 else { return }
            bytes.append(0x2E)
            return append(part, digits: places)
        }
        appendDescription(of: value)
    }

    private mutating func appendDescription(of value: Double) {
        var text = value.description
        text.withUTF8 { digits in
            let count = digits.count
            let isWhole = count > 2 && digits[count - 1] == 48 && digits[count - 2] == 0x2E
            bytes.append(contentsOf: digits[..<(isWhole ? count - 2 : count)])
        }
    }
}
