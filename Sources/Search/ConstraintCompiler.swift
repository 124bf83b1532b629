import MarketData

/// Turns a parsed constraint into a program, and refuses what makes no sense.
///
/// Each number carries how many decimals it has and how large it can become, from the axes; sides
/// with fewer decimals are multiplied by a power of ten. That is exact below 2⁵¹, and a
/// constraint that could leave that range is refused.
struct ConstraintCompiler {
    let text: String
    let axes: [ParameterAxis]

    private static let greatest = 0x1p51

    private typealias Instruction = ConstraintProgram.Instruction

    private enum Meaning {
        case condition
        /// A number in multiples of 10^−scale, with a bound of its magnitude.
        case number(scale: Int, bound: Double)
        /// A parameter that is a word.
        case word(axis: Int)
    }

    private struct Piece {
        var code: [Instruction]
        var meaning: Meaning
    }

    /// The program of a whole constraint.
    func program(of term: ConstraintTerm) throws(SearchError) -> ConstraintProgram {
        ConstraintProgram(try condition(term))
    }

    private func condition(_ term: ConstraintTerm) throws(SearchError) -> [Instruction] {
        let piece = try piece(of: term)
        guard case .condition = piece.meaning else {
            throw wrong(
                term, "this is a value where a condition belongs; compare it, such as fast < slow")
        }
        return piece.code
    }

    private func piece(of term: ConstraintTerm) throws(SearchError) -> Piece {
        switch term.content {
        case .number(let number): return Self.constant(number)
        case .truth(let isTrue):
            return Piece(
                code: [Instruction(.load, .constant, number: isTrue ? 1 : 0)], meaning: .condition)
        case .name(let name): return try parameter(name, term)
        case .negative(let inside):
            let zero = ExactDecimal(coefficient: 0, scale: 0, isWhole: true)
            let minus = ConstraintTerm(column: term.column, content: .number(zero))
            return try arithmetic(.subtract, minus, inside)
        case .not(let inside):
            let code = try condition(inside) + [Instruction(.equal, .constant, number: 0)]
            return Piece(code: code, meaning: .condition)
        case .arithmetic(let operation, let left, let right):
            return try arithmetic(operation, left, right)
        case .comparison(let comparison, let left, let right):
            return try self.comparison(comparison, left, right)
        case .junction(let junction, let left, let right):
            let code = Self.joined(
                junction == .and ? .and : .or, try condition(left), try condition(right))
            return Piece(code: code, meaning: .condition)
        }
    }

    // MARK: Values

    private static func constant(_ number: ExactDecimal) -> Piece {
        let coefficient = Double(number.coefficient)
        return Piece(
            code: [Instruction(.load, .constant, number: coefficient)],
            meaning: .number(scale: number.scale, bound: abs(coefficient)))
    }

    private func parameter(_ name: String, _ term: ConstraintTerm) throws(SearchError) -> Piece {
        guard let index = axes.firstIndex(where: { $0.name == name }) else {
            let names = axes.map(\.name)
            throw wrong(
                term,
                "there is no parameter '\(name)' in this search"
                    + SearchError.hint(nearest(name, in: names))
                    + "; there are \(names.joined(separator: ", "))")
        }
        let axis = axes[index]
        let plain = [Instruction(.load, .axis, axis: index)]
        switch axis.kind {
        case .boolean: return Piece(code: plain, meaning: .condition)
        case .word: return Piece(code: plain, meaning: .word(axis: index))
        case .integer, .decimal:
            let bound = Double(axis.magnitude)
            guard bound < Self.greatest else {
                throw wrong(term, "the values of '\(name)' are too large to be compared exactly")
            }
            let scaled = [Instruction(.load, .scaledAxis, axis: index, number: axis.divisor)]
            return Piece(
                code: axis.scale == 0 ? plain : scaled,
                meaning: .number(scale: axis.scale, bound: bound))
        }
    }

    private func arithmetic(
        _ operation: ConstraintTerm.Arithmetic, _ left: ConstraintTerm, _ right: ConstraintTerm
    ) throws(SearchError) -> Piece {
        var one = try number(try piece(of: left), at: left)
        var other = try number(try piece(of: right), at: right)
        let scale: Int
        let bound: Double
        switch operation {
        case .multiply:
            scale = one.scale + other.scale
            bound = one.bound * other.bound
        case .add, .subtract:
            scale = try align(&one, &other, at: left)
            bound = one.bound + other.bound
        }
        guard bound < Self.greatest, scale <= ExactDecimal.greatestScale else {
            throw wrong(left, "this can become too large to be compared exactly; use fewer digits")
        }
        let code = Self.joined(
            operation == .add ? .add : operation == .subtract ? .subtract : .multiply, one.code,
            other.code)
        return Piece(code: code, meaning: .number(scale: scale, bound: bound))
    }

    private struct Number {
        var code: [Instruction]
        var scale: Int
        var bound: Double
    }

    private func number(_ piece: Piece, at term: ConstraintTerm) throws(SearchError) -> Number {
        guard case .number(let scale, let bound) = piece.meaning else {
            throw wrong(term, "this is no number; only numbers are added, multiplied and compared")
        }
        return Number(code: piece.code, scale: scale, bound: bound)
    }

    /// Gives both numbers the finer scale of the two.
    private func align(
        _ one: inout Number, _ other: inout Number, at term: ConstraintTerm
    ) throws(SearchError) -> Int {
        let scale = max(one.scale, other.scale)
        try raise(&one, to: scale, at: term)
        try raise(&other, to: scale, at: term)
        return scale
    }

    private func raise(
        _ number: inout Number, to scale: Int, at term: ConstraintTerm
    ) throws(SearchError) {
        guard number.scale < scale else { return }
        let factor = ExactDecimal.power(scale - number.scale)
        number.bound *= factor
        guard number.bound < Self.greatest else {
            throw wrong(term, "this can become too large to be compared exactly; use fewer digits")
        }
        number.scale = scale
        if let only = number.code.first, number.code.count == 1, only.source == .constant {
            number.code = [Instruction(.load, .constant, number: only.number * factor)]
        } else {
            number.code.append(Instruction(.multiply, .constant, number: factor))
        }
    }

    // MARK: Comparisons

    private func comparison(
        _ comparison: ConstraintTerm.Comparison, _ left: ConstraintTerm, _ right: ConstraintTerm
    ) throws(SearchError) -> Piece {
        let operation: ConstraintProgram.Operation =
            switch comparison {
            case .less: .less
            case .lessOrEqual: .lessOrEqual
            case .equal: .equal
            case .unequal: .unequal
            }
        let isEquality = operation == .equal || operation == .unequal
        if let (axis, word) = try wordComparison(left, right) {
            guard isEquality else { throw wrong(left, "words are compared with == and != only") }
            let code = Self.joined(
                operation, [Instruction(.load, .axis, axis: axis)],
                [Instruction(.load, .constant, number: Double(word))])
            return Piece(code: code, meaning: .condition)
        }
        let (one, other) = (try piece(of: left), try piece(of: right))
        if case .condition = one.meaning, case .condition = other.meaning, isEquality {
            return Piece(
                code: Self.joined(operation, one.code, other.code), meaning: .condition)
        }
        var (low, high) = (try number(one, at: left), try number(other, at: right))
        _ = try align(&low, &high, at: left)
        return Piece(code: Self.joined(operation, low.code, high.code), meaning: .condition)
    }

    /// The axis and the place of its word, where one side is a parameter of words.
    private func wordComparison(
        _ left: ConstraintTerm, _ right: ConstraintTerm
    ) throws(SearchError) -> (axis: Int, word: Int)? {
        for (side, other) in [(left, right), (right, left)] {
            guard case .name(let name) = side.content,
                let index = axes.firstIndex(where: { $0.name == name && $0.kind == .word })
            else { continue }
            let words = axes[index].words
            guard case .name(let word) = other.content else {
                throw wrong(
                    other, "'\(name)' is compared with one of \(words.joined(separator: ", "))")
            }
            guard let place = words.firstIndex(of: word) else {
                throw wrong(
                    other,
                    "'\(name)' is never '\(word)'\(SearchError.hint(nearest(word, in: words))); "
                        + "it is \(words.joined(separator: ", "))")
            }
            return (index, place)
        }
        return nil
    }

    /// Both sides and what joins them; a right side of one value needs no stack.
    private static func joined(
        _ operation: ConstraintProgram.Operation, _ left: [Instruction], _ right: [Instruction]
    ) -> [Instruction] {
        if let only = right.first, right.count == 1 {
            return left + [
                Instruction(operation, only.source, axis: only.axis, number: only.number)
            ]
        }
        return left + right + [Instruction(operation, .stack)]
    }

    private func wrong(_ term: ConstraintTerm, _ problem: String) -> SearchError {
        .badConstraint(text, column: term.column, problem: problem)
    }
}
