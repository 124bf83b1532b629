/// Finds what may not stand in shipped code.
enum BanCheck {
    /// Programs talk to people; a library does not.
    static let programs: Set<String> = [
        "finstage", "finstage-lab", "finstage-service", "strategy-catalog", "StrategyCatalog",
    ]
    static let wallClock = "WallClock.swift"

    static func forcedErrors(in file: SourceFile) -> [String] {
        file.findings { line in
            if contains("try!", in: line) { return "try! hides an error; throw or handle it" }
            // Where a rule's author is told what makes no sense, the message has to be seen.
            let isDemand = file.path.hasSuffix("/Demand.swift")
            return contains("fatalError", in: line) && !isDemand
                ? "fatalError says nothing of the value; use precondition with a message" : nil
        }
    }

    static func forcedUnwraps(in file: SourceFile) -> [String] {
        file.findings { line in
            var before: Character = " "
            var letters = line[...]
            while let letter = letters.popFirst() {
                let isUnwrap = letter == "!" && letters.first != "=" && ends(before)
                if isUnwrap, !line.contains("try!") { return "force unwrap; bind it or throw" }
                before = letter
            }
            return nil
        }
    }

    /// A value can end in this letter.
    private static func ends(_ letter: Character) -> Bool {
        letter.isLetter || letter.isNumber || "_)]}\"'?>".contains(letter)
    }

    static func leftovers(in file: SourceFile) -> [String] {
        file.lines.enumerated().compactMap { number, line in
            let mark = ["TODO", "FIXME"].first { contains($0, in: line) }
            return mark.map { file.finding(number, "leftover \($0); do it, or file it") }
        }
    }

    static func printing(in file: SourceFile) -> [String] {
        guard !programs.contains(file.module) else { return [] }
        return file.findings { line in
            let call = ["print(", "debugPrint(", "dump("].first {
                contains($0, in: line) && !line.contains("." + $0) && !line.contains("func " + $0)
            }
            return call.map { "\($0)…) in a library; return the value to the program" }
        }
    }

    static func clocksAndChance(in file: SourceFile) -> [String] {
        guard file.name != wallClock else { return [] }
        return file.findings { line in
            let clock = ["Date()", "Date.now", "SystemRandomNumberGenerator", "arc4random"].first {
                contains($0, in: line)
            }
            if let clock { return "\(clock) outside \(wallClock); pass the time or the generator" }
            let chance = [".random(", ".randomElement(", ".shuffled(", ".shuffle("].first {
                line.contains($0)
            }
            guard let chance, !line.contains("using:") else { return nil }
            return "\(chance)…) without a generator; pass one made from a seed"
        }
    }

    /// True where the line holds the text as a word of its own.
    private static func contains(_ text: String, in line: Substring) -> Bool {
        var rest = line
        while let range = rest.firstRange(of: text) {
            let before = rest[..<range.lowerBound].last ?? line[..<range.lowerBound].last
            let after = line[range.upperBound...].first
            let isWord = { (letter: Character?) in
                letter.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
            }
            if !isWord(before), !(text.last?.isLetter ?? false) || !isWord(after) { return true }
            rest = line[range.upperBound...]
        }
        return false
    }
}
