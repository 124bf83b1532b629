/// One cell of a row: where its text lies, without blanks and quotes.
struct Cell {
    var range: Range<Int>
    var isQuoted = false
}

/// Cuts the lines of a delimited file into cells.
struct CellSplitter {
    let separator: UInt8

    /// The cells of a line; false when a quoted cell does not end before the separator.
    func split(_ text: Span<UInt8>, _ line: Range<Int>, into cells: inout [Cell]) -> Bool {
        cells.removeAll(keepingCapacity: true)
        var start = line.lowerBound
        while true {
            var index = start
            while index < line.upperBound, text[index] == 0x20 { index += 1 }
            if index < line.upperBound, text[index] == 0x22 {
                guard let end = quoted(text, index + 1..<line.upperBound, &cells) else {
                    return false
                }
                index = end
            } else {
                while index < line.upperBound, text[index] != separator { index += 1 }
                cells.append(Cell(range: trimmed(text, start..<index)))
            }
            if index >= line.upperBound { return true }
            start = index + 1
        }
    }

    /// Takes a quoted cell; gives the index of the separator after it, or nil.
    private func quoted(_ text: Span<UInt8>, _ rest: Range<Int>, _ cells: inout [Cell]) -> Int? {
        var index = rest.lowerBound
        while index < rest.upperBound, text[index] != 0x22 { index += 1 }
        guard index < rest.upperBound else { return nil }
        cells.append(Cell(range: trimmed(text, rest.lowerBound..<index), isQuoted: true))
        index += 1
        while index < rest.upperBound, text[index] == 0x20 { index += 1 }
        return index == rest.upperBound || text[index] == separator ? index : nil
    }

    private func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, text[start] == 0x20 { start += 1 }
        while end > start, text[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    /// The text of some bytes for a message: at most 60 characters, control characters escaped.
    static func shown(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
        let isLong = range.count > 60
        let end = isLong ? range.lowerBound + 60 : range.upperBound
        let bytes = (range.lowerBound..<end).map { text[$0] }
        let escaped = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
            scalar.value < 0x20 || scalar.value == 0x7F
                ? scalar.escaped(asASCII: true) : String(scalar)
        }
        return escaped.joined() + (isLong ? "…" : "")
    }
}
