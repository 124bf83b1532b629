/// Finds files, functions and lines that are too long to read.
enum SizeCheck {
    static let longestFile = 500
    static let longestFunction = 60
    static let longestLine = 100

    static func files(in file: SourceFile) -> [String] {
        let count = file.lines.last == "" ? file.lines.count - 1 : file.lines.count
        return count <= longestFile
            ? [] : [file.finding(count - 1, "\(count) lines, at most \(longestFile) in a file")]
    }

    static func lines(in file: SourceFile) -> [String] {
        file.lines.enumerated().compactMap { number, line in
            line.utf8.count > longestLine && line.count > longestLine
                ? file.finding(number, "\(line.count) columns, at most \(longestLine)") : nil
        }
    }

    static func functions(in file: SourceFile) -> [String] {
        bodies(in: file).compactMap { body in
            let count = body.end - body.start + 1
            return count > longestFunction
                ? file.finding(
                    body.start, "\(count) lines, at most \(longestFunction) in a function")
                : nil
        }
    }

    /// The first and last line of each function, initialiser, subscript and computed property.
    private static func bodies(in file: SourceFile) -> [(start: Int, end: Int)] {
        var open: [Int?] = []
        var found: [(start: Int, end: Int)] = []
        var header = ""
        var start: Int?
        for (number, line) in file.code.enumerated() {
            if start == nil, isDeclaration(line) { start = number }
            for letter in line {
                switch letter {
                case "{":
                    open.append(isDeclaration(header[...]) ? start ?? number : nil)
                    (header, start) = ("", nil)
                case "}":
                    if let opened = open.popLast(), let first = opened {
                        found.append((first, number))
                    }
                    (header, start) = ("", nil)
                default: header.append(letter)
                }
            }
            header.append(" ")
        }
        return found
    }

    /// True where the text declares something with a body of statements.
    private static func isDeclaration(_ text: Substring) -> Bool {
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "`") }
        if words.contains(where: { ["func", "init", "deinit", "subscript"].contains($0) }) {
            return true
        }
        return words.contains("var") && text.contains(":") && !text.contains("=")
    }
}
