import Charts
import MarketData

/// Comma-separated text written straight into bytes; the rules are those of `DelimitedText`.
struct DelimitedWriter {
    private var buffer: ByteText
    private let isExcel: Bool
    private var isFirst = true

    /// A writer with room for so many bytes.
    ///
    /// - Parameters:
    ///   - capacity: The bytes to make room for.
    ///   - isExcel: True for a byte order mark and CRLF.
    init(capacity: Int = 4_096, isExcel: Bool = false) {
        buffer = ByteText(capacity: capacity)
        self.isExcel = isExcel
        if isExcel { for byte: UInt8 in [0xEF, 0xBB, 0xBF] { buffer.append(byte: byte) } }
    }

    var bytes: [UInt8] { buffer.bytes }

    mutating func row(_ cells: [DelimitedText.Cell]) {
        for cell in cells {
            switch cell {
            case .text(let text): self.text(text)
            case .number(let value): number(value)
            case .integer(let value): integer(value)
            case .empty: empty()
            }
        }
        endRow()
    }

    /// Text from outside: guarded and quoted.
    mutating func text(_ text: String) {
        separate()
        buffer.append(DelimitedText.field(text))
    }

    /// A number in its shortest exact form; nothing when it is undefined.
    mutating func number(_ value: Double?) {
        separate()
        if let value { buffer.append(shortest: value) }
    }

    mutating func integer(_ value: Int) {
        separate()
        buffer.append(value)
    }

    mutating func empty() { separate() }

    /// A time as `TimeText` writes it.
    mutating func time(_ time: Timestamp?, isDaily: Bool) {
        separate()
        guard let time else { return }
        let date = CivilDate(time)
        guard date.year >= 0 else { return buffer.append(date.description) }
        buffer.append(date.year, digits: 4)
        buffer.append(byte: 0x2D)
        buffer.append(date.month, digits: 2)
        buffer.append(byte: 0x2D)
        buffer.append(date.day, digits: 2)
        guard !isDaily else { return }
        clock(Int(time.microseconds - date.midnight.microseconds))
    }

    mutating func endRow() {
        if isExcel { buffer.append(byte: 0x0D) }
        buffer.append(byte: 0x0A)
        isFirst = true
    }

    private mutating func clock(_ rest: Int) {
        let (seconds, fraction) = rest.quotientAndRemainder(dividingBy: 1_000_000)
        buffer.append(byte: 0x54)
        buffer.append(seconds / 3_600, digits: 2)
        buffer.append(byte: 0x3A)
        buffer.append(seconds / 60 % 60, digits: 2)
        buffer.append(byte: 0x3A)
        buffer.append(seconds % 60, digits: 2)
        if fraction > 0 {
            buffer.append(byte: 0x2E)
            buffer.append(fraction, digits: 6)
        }
        buffer.append(byte: 0x5A)
    }

    @inline(__always)
    private mutating func separate() {
        if !isFirst { buffer.append(byte: 0x2C) }
        isFirst = false
    }
}
