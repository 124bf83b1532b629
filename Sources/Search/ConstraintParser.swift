/// Reads the text of a constraint by recursive descent: `||`, `&&`, comparison, sum, product,
/// sign.
struct ConstraintParser {
    private struct Token {
        let text: Substring
        let column: Int
    }

    private static let deepest = 32
    private static let longest = 4_096
    private static let operators = [
        "&&", "||", "<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "(", ")", "!",
    ]
    private static let comparisons: Set<Substring> = ["<", "<=", ">", ">=", "==", "!="]
    private static let mistaken = [
        "and": "&&", "or": "||", "not": "!", "AND": "&&", "OR": "||", "NOT": "!",
    ]

    private let text: String
    private var rest: Substring
    private var column = 1
    private var token: Token?
    private var depth = 0

    init(_ text: String) { (self.text, rest) = (text, text[...]) }

    /// The whole text as one condition.
    mutating func condition() throws(SearchError) -> ConstraintTerm {
        guard rest.count <= Self.longest else {
            throw wrong("the constraint has more than \(Self.longest) letters; divide it")
        }
        try advance()
        guard token != nil else {
            throw wrong("the constraint is empty; write one such as fast < slow")
        }
        let term = try disjunction()
        if let token {
            if let sign = Self.mistaken[String(token.text)] {
                throw wrong("'\(token.text)' is written \(sign)")
            }
            throw wrong(
                "'\(token.text)' was not expected; join conditions by && or ||")
        }
        return term
    }

    // MARK: Grammar

    private mutating func disjunction() throws(SearchError) -> ConstraintTerm {
        var left = try conjunction()
        while try take("||") { left = joined(.or, left, try conjunction()) }
        return left
    }

    private mutating func conjunction() throws(SearchError) -> ConstraintTerm {
        var left = try comparison()
        while try take("&&") { left = joined(.and, left, try comparison()) }
        return left
    }

    private func joined(
        _ junction: ConstraintTerm.Junction, _ left: ConstraintTerm, _ right: ConstraintTerm
    ) -> ConstraintTerm {
        ConstraintTerm(column: left.column, content: .junction(junction, left, right))
    }

    private mutating func comparison() throws(SearchError) -> ConstraintTerm {
        let left = try sum()
        guard let sign = token?.text, Self.comparisons.contains(sign) else { return left }
        try advance()
        let right = try sum()
        if let next = token?.text, Self.comparisons.contains(next) {
            throw wrong("a comparison has two sides; write a < b && b < c")
        }
        let content: ConstraintTerm.Content =
            switch sign {
            case "<": .comparison(.less, left, right)
            case "<=": .comparison(.lessOrEqual, left, right)
            case ">": .comparison(.less, right, left)
            case ">=": .comparison(.lessOrEqual, right, left)
            case "==": .comparison(.equal, left, right)
            default: .comparison(.unequal, left, right)
            }
        return ConstraintTerm(column: left.column, content: content)
    }

    private mutating func sum() throws(SearchError) -> ConstraintTerm {
        var left = try product()
        while true {
            if try take("+") {
                left = combined(.add, left, try product())
            } else if try take("-") {
                left = combined(.subtract, left, try product())
            } else {
                return left
            }
        }
    }

    private mutating func product() throws(SearchError) -> ConstraintTerm {
        var left = try signed()
        while try take("*") { left = combined(.multiply, left, try signed()) }
        return left
    }

    private func combined(
        _ operation: ConstraintTerm.Arithmetic, _ left: ConstraintTerm, _ right: ConstraintTerm
    ) -> ConstraintTerm {
        ConstraintTerm(column: left.column, content: .arithmetic(operation, left, right))
    }

    private mutating func signed() throws(SearchError) -> ConstraintTerm {
        let start = token?.column ?? column
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw wrong("brackets and signs are more than \(Self.deepest) deep; simplify")
        }
        if try take("-") { return ConstraintTerm(column: start, content: .negative(try signed())) }
        if try take("!") { return ConstraintTerm(column: start, content: .not(try signed())) }
        if try take("(") {
            let inside = try disjunction()
            guard try take(")") else {
                throw wrong("the bracket of column \(start) is not closed; write ')' here")
            }
            return inside
        }
        return try operand()
    }

    private mutating func operand() throws(SearchError) -> ConstraintTerm {
        guard let token else { throw wrong("the constraint ends here; a value is missing") }
        guard let first = token.text.first, first.isLetter || first.isNumber || first == "_" else {
            throw wrong("a value was expected, not '\(token.text)'")
        }
        let content: ConstraintTerm.Content =
            if token.text == "true" || token.text == "false" {
                .truth(token.text == "true")
            } else if first.isNumber {
                .number(try number(token.text))
            } else {
                .name(String(token.text))
            }
        try advance()
        return ConstraintTerm(column: token.column, content: content)
    }

    private func number(_ text: Substring) throws(SearchError) -> ExactDecimal {
        do { return try ExactDecimal(text) } catch {
            throw wrong(
                error == .tooManyDigits
                    ? "'\(text)' has more digits than are compared exactly; use 15"
                    : "'\(text)' is no number")
        }
    }

    // MARK: Tokens

    private mutating func take(_ sign: Substring) throws(SearchError) -> Bool {
        guard token?.text == sign else { return false }
        try advance()
        return true
    }

    private mutating func advance() throws(SearchError) {
        token = nil
        skip(rest.prefix { $0 == " " }.count)
        guard let first = rest.first else { return }
        if let sign = Self.operators.first(where: rest.hasPrefix) {
            return read(sign.count)
        }
        guard first.isLetter || first.isNumber || first == "_" else {
            throw wrong(Self.remedy(for: first))
        }
        let isNumber = first.isNumber
        var before: Character = " "
        let word = rest.prefix { letter in
            defer { before = letter }
            let isSign = isNumber && "eE".contains(before) && "+-".contains(letter)
            return letter.isLetter || letter.isNumber || letter == "_" || isSign
                || (isNumber && letter == ".")
        }
        read(word.count)
    }

    private static func remedy(for letter: Character) -> String {
        switch letter {
        case "/": "there is no division, which is not exact; multiply the other side instead"
        case "=": "two values are compared with ==, not ="
        case "&": "conditions are joined with &&, not &"
        case "|": "conditions are joined with ||, not |"
        case ".": "a number begins with a digit: 0.5"
        default: "'\(letter)' has no meaning here; use + - * < <= > >= == != && || ! ( )"
        }
    }

    private mutating func read(_ count: Int) {
        token = Token(text: rest.prefix(count), column: column)
        skip(count)
    }

    private mutating func skip(_ count: Int) {
        rest = rest.dropFirst(count)
        column += count
    }

    private func wrong(_ problem: String) -> SearchError {
        .badConstraint(text, column: token?.column ?? column, problem: problem)
    }
}
