/// Blanks comments, string literals and regular expressions, so that a check sees code alone.
/// Quotes and line ends stay. Code inside an interpolation is blanked with its string.
struct CodeMask {
    private let source: [UInt8]
    private var output: [UInt8]
    private var position = 0

    static func blanking(_ text: String) -> String {
        var mask = CodeMask(text)
        mask.run()
        return String(decoding: mask.output, as: UTF8.self)
    }

    private init(_ text: String) {
        source = Array(text.utf8)
        output = source
    }

    private mutating func run() {
        while position < source.count {
            if starts(with: "//") {
                blank(until: "\n")
            } else if starts(with: "/*") {
                blankComment()
            } else if let (opening, closing, isRaw) = literal() {
                position += opening
                blankLiteral(until: closing, isRaw: isRaw)
            } else {
                position += 1
            }
        }
    }

    private func starts(with text: String, at place: Int? = nil) -> Bool {
        let start = place ?? position
        return start + text.utf8.count <= source.count
            && zip(source[start...], text.utf8).allSatisfy { $0 == $1 }
    }

    private mutating func blankOne() {
        if source[position] != UInt8(ascii: "\n") { output[position] = UInt8(ascii: " ") }
        position += 1
    }

    private mutating func blank(until end: String) {
        while position < source.count, !starts(with: end) { blankOne() }
    }

    private mutating func blankComment() {
        var depth = 0
        repeat {
            let step = starts(with: "/*") ? 1 : starts(with: "*/") ? -1 : 0
            depth += step
            blankOne()
            if step != 0, position < source.count { blankOne() }
        } while depth > 0 && position < source.count
    }

    /// The length of a literal's opening, its closing, and whether backslashes mean themselves.
    private func literal() -> (opening: Int, closing: String, isRaw: Bool)? {
        var hashes = 0
        while starts(with: "#", at: position + hashes) { hashes += 1 }
        let fence = String(repeating: "#", count: hashes)
        for quote in ["\"\"\"", "\""] where starts(with: quote, at: position + hashes) {
            return (hashes + quote.utf8.count, quote + fence, hashes > 0)
        }
        guard starts(with: "/", at: position + hashes) else { return nil }
        if hashes > 0 { return (hashes + 1, "/" + fence, false) }
        return isPattern ? (1, "/", false) : nil
    }

    /// A bare slash opens a pattern where an expression may begin and the line has its end.
    private var isPattern: Bool {
        let before = source[..<position].last { $0 != UInt8(ascii: " ") } ?? UInt8(ascii: "\n")
        let rest = source[(position + 1)...].prefix { $0 != UInt8(ascii: "\n") }
        return "=([,:{?\n".utf8.contains(before) && rest.first != UInt8(ascii: " ")
            && rest.contains(UInt8(ascii: "/"))
    }

    private mutating func blankLiteral(until closing: String, isRaw: Bool) {
        while position < source.count, !starts(with: closing) {
            if !isRaw, starts(with: "\\(") {
                blankInterpolation()
            } else if !isRaw, starts(with: "\\"), position + 1 < source.count {
                blankOne()
                blankOne()
            } else {
                blankOne()
            }
        }
        position += closing.utf8.count
    }

    private mutating func blankInterpolation() {
        var depth = 0
        blankOne()
        repeat {
            if let (opening, closing, isRaw) = literal(), closing.hasPrefix("\"") {
                for _ in 0..<opening { blankOne() }
                let end = closing.utf8.count
                blankLiteral(until: closing, isRaw: isRaw)
                for place in (position - end)..<min(position, output.count) {
                    output[place] = UInt8(ascii: " ")
                }
                continue
            }
            depth += starts(with: "(") ? 1 : starts(with: ")") ? -1 : 0
            blankOne()
        } while depth > 0 && position < source.count
    }
}
