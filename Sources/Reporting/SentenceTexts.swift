/// Sentences that the program keeps in English – verdicts of gates, findings of imports – in other
/// languages.
///
/// What is kept is signed or stored as it was said, so that a sentence is recognised by its form:
/// `%1`, `%2` stand for what is filled in, which may be a sentence again.
package enum SentenceTexts {
    /// The sentence in a language; one without a form stays English.
    static func text(_ english: String, _ language: Language) -> String {
        language == .korean ? korean(english) ?? english : english
    }

    /// The Korean of a sentence; nil where there is none.
    package static func korean(_ english: String) -> String? {
        finding(english) ?? list(english, ", ") ?? form(english) ?? list(english, "; ")
    }

    /// The forms with their Korean, the narrower ones first.
    package static let forms: [(english: String, korean: String)] =
        gates + findings + remarks + evidence

    /// `FILE:LINE, column NAME: "TEXT": PROBLEM`, as an import says it.
    private static func finding(_ english: String) -> String? {
        guard let start = english.firstRange(of: ": \""),
            let end = english.ranges(of: "\": ").last, start.upperBound <= end.lowerBound,
            let problem = korean(String(english[end.upperBound...]))
        else { return nil }
        let parts = english[..<start.lowerBound].split(separator: ", column ", maxSplits: 1)
        let place = parts.count == 2 ? "\(parts[0]), \(parts[1]) 열" : String(parts.first ?? "")
        return "\(place): \"\(english[start.upperBound..<end.lowerBound])\": \(problem)"
    }

    private static func form(_ english: String) -> String? {
        for form in forms {
            guard let values = values(in: english, of: form.english) else { continue }
            var text = form.korean
            for (number, value) in values {
                text = text.replacing("%\(number)", with: korean(value) ?? value)
            }
            return text
        }
        return nil
    }

    /// Several sentences parted by a separator.
    private static func list(_ english: String, _ separator: String) -> String? {
        guard let place = english.firstRange(of: separator),
            let head = form(String(english[..<place.lowerBound])),
            let tail = korean(String(english[place.upperBound...]))
        else { return nil }
        return head + separator + tail
    }

    /// What stands in the places of a form, never several sentences; nil where it is another one.
    private static func values(in sentence: String, of form: String) -> [(Int, String)]? {
        if sentence == form { return [] }
        var (rest, place, values) = (sentence[...], Int?.none, [(Int, String)]())
        var pieces = form.split(separator: "%", omittingEmptySubsequences: false)[...]
        guard let start = pieces.popFirst(), rest.hasPrefix(start) else { return nil }
        rest = rest.dropFirst(start.count)
        for piece in pieces {
            let literal = piece.dropFirst()
            place = piece.first?.wholeNumberValue
            let isLast = piece.endIndex == form.endIndex
            guard let place,
                let found = isLast
                    ? (rest.hasSuffix(literal)
                        ? rest.index(rest.endIndex, offsetBy: -literal.count)..<rest.endIndex : nil)
                    : rest.firstRange(of: literal), found.lowerBound > rest.startIndex
            else { return nil }
            let value = rest[..<found.lowerBound]
            guard !value.contains("; ") else { return nil }
            values.append((place, String(value)))
            rest = rest[found.upperBound...]
        }
        return rest.isEmpty ? values : nil
    }
}
