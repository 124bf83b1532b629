/// The lines of a Swift file without comments, and with empty texts in place of literal ones: what
/// is left is code.
struct SourceLines {
    private(set) var lines: [String] = []
    /// How deep in comments: they nest.
    private var depth = 0
    private var isInLongText = false

    init(_ text: String) {
        // The ends that the compiler counts; "\r\n" is one character.
        let ends: Set<Character> = ["\n", "\r\n", "\r"]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: ends.contains) {
            lines.append(code(of: Array(line)))
        }
    }

    private mutating func code(of line: [Character]) -> String {
        var (code, place, isInText) = ("", 0, false)
        func begins(_ word: String) -> Bool {
            place + word.count <= line.count && line[place..<place + word.count].elementsEqual(word)
        }
        while place < line.count {
            if depth > 0 {
                depth += begins("/*") ? 1 : begins("*/") ? -1 : 0
                place += begins("/*") || begins("*/") ? 2 : 1
            } else if begins("\"\"\"") {
                if !isInLongText { code += "\"\"" }
                isInLongText.toggle()
                place += 3
            } else if isInLongText {
                place += 1
            } else if isInText {
                isInText = line[place] != "\""
                if !isInText { code.append("\"") }
                place += line[place] == "\\" ? 2 : 1
            } else if begins("//") {
                break
            } else if begins("/*") {
                depth = 1
                place += 2
            } else {
                isInText = line[place] == "\""
                code.append(line[place])
                place += 1
            }
        }
        return code
    }
}
