import Search
import Testing

@Suite("A constraint")
struct ConstraintTests {
    private static let texts = [
        "fast=1...4", "slow=1...4", "x=0.1...0.5:0.1", "on=[true,false]", "kind=[ema,sma]",
    ]

    private func axes() throws -> [ParameterAxis] { try Self.texts.map { try ParameterAxis($0) } }

    /// A text, and what it means.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Takes fast, slow, tenths of x, on, isEma.
        let meaning: @Sendable (Int, Int, Int, Bool, Bool) -> Bool

        init(_ text: String, _ meaning: @escaping @Sendable (Int, Int, Int, Bool, Bool) -> Bool) {
            (testDescription, self.meaning) = (text, meaning)
        }
    }

    static let cases = [
        Case("fast < slow") { fast, slow, _, _, _ in fast < slow },
        Case("fast + 2 <= slow") { fast, slow, _, _, _ in fast + 2 <= slow },
        Case("fast * 2 < slow && fast != 1") { fast, slow, _, _, _ in
            fast * 2 < slow && fast != 1
        },
        Case("fast>slow||x==0.3") { fast, slow, x, _, _ in fast > slow || x == 3 },
        Case("x + 0.1 <= 0.3") { _, _, x, _, _ in x + 1 <= 3 },
        Case("x * 3 == 0.3 || x * x == 0.16") { _, _, x, _, _ in x == 1 || x == 4 },
        Case("x - 0.2 >= 0.1 * fast") { fast, _, x, _, _ in x - 2 >= fast },
        Case("0.30 < x && x < 5e-1") { _, _, x, _, _ in 3 < x && x < 5 },
        Case("on") { _, _, _, on, _ in on },
        Case("!on || fast == 2") { fast, _, _, on, _ in !on || fast == 2 },
        Case("on == (fast < slow)") { fast, slow, _, on, _ in on == (fast < slow) },
        Case("on != true") { _, _, _, on, _ in !on },
        Case("kind == ema && fast < 3 || kind != ema") { fast, _, _, _, isEma in
            isEma && fast < 3 || !isEma
        },
        Case("sma == kind") { _, _, _, _, isEma in !isEma },
        Case("-(fast - slow) * 2 > 1 - -1") { fast, slow, _, _, _ in (slow - fast) * 2 > 2 },
        Case("(fast + slow) * (fast - slow) < 0.5 * (x + x)") { fast, slow, x, _, _ in
            (fast + slow) * (fast - slow) * 10 < x
        },
        Case("!(fast <= slow && !on) == true") { fast, slow, _, on, _ in
            !(fast <= slow && !on)
        },
        Case("1 < 2") { _, _, _, _, _ in true },
    ]

    @Test("means what it says, in every cell", arguments: cases)
    func meaning(_ example: Case) throws {
        let space = try Spaces.space(Self.texts, where: example.testDescription)
        let found = Spaces.cells(space)
        let expected = (0..<space.grid.count).filter { cell in
            let values = Spaces.values(cell, space.grid)
            return example.meaning(
                Int(values[0]), Int(values[1]), Int((values[2] * 10).rounded()), values[3] == 1,
                values[4] == 0)
        }
        #expect(found == expected)
        #expect(space.count(in: 0..<space.grid.count) == expected.count)
        #expect(space.count(in: 10..<97) == expected.count { (10..<97).contains($0) })
    }

    @Test(
        "says which column is wrong, and what to write",
        arguments: [
            ("", 1, "the constraint is empty"), ("fast", 1, "this is a value where a condition"),
            ("fsat < slow", 1, "no parameter 'fsat' in this search; did you mean 'fast'?"),
            ("fast < slo", 8, "did you mean 'slow'?"), ("fast <", 7, "a value is missing"),
            ("fast < < slow", 8, "a value was expected, not '<'"),
            ("1 < fast < slow", 10, "write a < b && b < c"),
            ("fast = slow", 6, "compared with ==, not ="),
            ("fast / 2 < slow", 6, "there is no division"),
            ("fast < slow & on", 13, "joined with &&"), ("on | on", 4, "joined with ||"),
            ("fast < slow and on", 13, "'and' is written &&"),
            ("fast < slow slow", 13, "'slow' was not expected"),
            ("(fast < slow", 13, "the bracket of column 1 is not closed"),
            ("fast < slow)", 12, "')' was not expected"), ("on + 1 < 2", 1, "this is no number"),
            ("on < 1", 1, "this is no number"), ("fast && on", 1, "this is a value"),
            ("fast < slow < on", 13, "a comparison has two sides"),
            ("!fast == 1", 2, "this is a value"), ("fast < .5", 8, "begins with a digit"),
            ("fast < 1.2.3", 8, "'1.2.3' is no number"), ("fast < 5x", 8, "'5x' is no number"),
            ("fast < 1e30", 8, "has more digits"), ("fast § slow", 6, "'§' has no meaning"),
            ("kind < ema", 1, "words are compared with == and != only"),
            ("kind == emma", 9, "is never 'emma'; did you mean 'ema'?"),
            ("kind == 1", 9, "'kind' is compared with one of ema, sma"),
            ("kind + 1 == 2", 1, "this is no number"), ("kind", 1, "this is a value"),
            ("fast * 9000000000000000 < 1", 1, "too large to be compared exactly"),
            ("fast < 1e-16", 1, "too large to be compared exactly"),
            ("fast == ema", 9, "there is no parameter 'ema'"),
            (String(repeating: "(", count: 40), 33, "more than 32 deep"),
            (String(repeating: "-", count: 40), 33, "more than 32 deep"),
            (String(repeating: "on&&", count: 1_100) + "on", 1, "more than 4096 letters"),
        ])
    func mistakes(text: String, column: Int, problem: String) throws {
        let axes = try axes()
        let error = #expect(throws: SearchError.self) { try Constraint(text, axes: axes) }
        guard case .badConstraint(text, let found, let said) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found == column && said.contains(problem), "\(found): \(said)")
    }

    /// A text made at random, and its value in units of 10⁻⁴ or its truth.
    private struct Made<Value> {
        let text: String
        let value: ([Int]) -> Value
    }

    /// A parameter or a number, in units of 10⁻².
    private func leaf(_ dice: inout Dice) -> Made<Int> {
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: return Made(text: "fast") { $0[0] * 100 }
        case 1: return Made(text: "slow") { $0[1] * 100 }
        case 2: return Made(text: "x") { $0[2] * 10 }
        case 3: return Made(text: "0.15") { _ in 15 }
        default:
            let number = Int.random(in: 0..<4, using: &dice)
            return Made(text: "\(number)") { _ in number * 100 }
        }
    }

    private func number(_ depth: Int, _ dice: inout Dice) -> Made<Int> {
        let left = leaf(&dice)
        switch depth > 0 ? Int.random(in: 0..<5, using: &dice) : 4 {
        case 0, 1:
            let (one, other) = (number(depth - 1, &dice), number(depth - 1, &dice))
            let isSum = Bool.random(using: &dice)
            return Made(text: "(\(one.text) \(isSum ? "+" : "-") \(other.text))") { values in
                one.value(values) + (isSum ? 1 : -1) * other.value(values)
            }
        case 2:
            let inside = number(depth - 1, &dice)
            return Made(text: "-\(inside.text)") { -inside.value($0) }
        case 3:
            let right = leaf(&dice)
            return Made(text: "\(left.text)*\(right.text)") { left.value($0) * right.value($0) }
        default: return Made(text: left.text) { left.value($0) * 100 }
        }
    }

    private func condition(_ depth: Int, _ dice: inout Dice) -> Made<Bool> {
        switch depth > 0 ? Int.random(in: 0..<4, using: &dice) : 3 {
        case 0, 1:
            let (one, other) = (condition(depth - 1, &dice), condition(depth - 1, &dice))
            let isBoth = Bool.random(using: &dice)
            return Made(text: "(\(one.text) \(isBoth ? "&&" : "||") \(other.text))") { values in
                let truths = (one.value(values), other.value(values))
                return isBoth ? truths.0 && truths.1 : truths.0 || truths.1
            }
        case 2:
            let inside = condition(depth - 1, &dice)
            return Made(text: "!(\(inside.text))") { !inside.value($0) }
        default:
            let (one, other) = (number(2, &dice), number(2, &dice))
            let signs: [(String, (Int, Int) -> Bool)] = [
                ("<", { $0 < $1 }), ("<=", { $0 <= $1 }), (">", { $0 > $1 }), (">=", { $0 >= $1 }),
                ("==", { $0 == $1 }), ("!=", { $0 != $1 }),
            ]
            let (sign, holds) = signs[Int.random(in: 0..<6, using: &dice)]
            return Made(text: "\(one.text) \(sign) \(other.text)") {
                holds(one.value($0), other.value($0))
            }
        }
    }

    @Test("made at random means what it says, in every cell")
    func random() throws {
        var dice = Dice(state: 4)
        for _ in 0..<500 {
            let made = condition(3, &dice)
            let space = try Spaces.space(
                ["fast=1...4", "slow=1...4", "x=0.1...0.5:0.1"], where: made.text)
            let expected = (0..<space.grid.count).filter { cell in
                made.value([cell / 20 + 1, cell / 5 % 4 + 1, cell % 5 + 1])
            }
            #expect(Spaces.cells(space) == expected, "\(made.text)")
        }
    }

    @Test("and an axis refuse any text, and never trap")
    func nonsense() throws {
        var dice = Dice(state: 8)
        let axes = try axes()
        let parts = [
            "fast", "x", "on", "kind", "ema", "0.1", "5", "-", "...", ":", "=", "[", "]", ",", " ",
            "<", "&&", "||", "!", "(", ")", "*", "+", "e", "9999999999999999999", "é", "nan", ".",
        ]
        var read = 0
        for _ in 0..<20_000 {
            let count = Int.random(in: 0..<9, using: &dice)
            let text = (0..<count).map { _ in parts[Int.random(in: 0..<28, using: &dice)] }.joined()
            if let constraint = try? Constraint(text, axes: axes) {
                _ = constraint.isMet(by: [1, 2, 0.1, 1, 0].span)
                read += 1
            }
            if let axis = try? ParameterAxis("x=" + text) {
                #expect(try ParameterAxis(axis.description) == axis)
                read += 1
            }
        }
        #expect(read > 500)
    }

    @Test("finds each decimal, whatever its nearest Double")
    func decimals() throws {
        let space = try Spaces.space(
            ["x=0.01...1:0.01", "y=0.001...0.1:0.001"], where: "x == 10 * y")
        #expect(Spaces.cells(space) == (0..<100).map { $0 * 101 })
    }

    @Test("refuses values that could not be compared exactly")
    func largeValues() throws {
        let axis = try ParameterAxis("n=0...9000000000000000:1")
        #expect(throws: SearchError.self) { try Constraint("n < 5", axes: [axis]) }
    }

    @Test("of several holds where all hold")
    func several() throws {
        let axes = try axes()
        #expect(try Constraint(all: [], axes: axes) == nil)
        let both = try #require(try Constraint(all: ["fast < slow", "on || x > 0.2"], axes: axes))
        #expect(both.text == "(fast < slow) && (on || x > 0.2)")
        let grid = try ParameterGrid(axes)
        let written = SearchSpace(grid, constraint: try Constraint(both.text, axes: axes))
        let joined = SearchSpace(grid, constraint: both)
        #expect(Spaces.cells(joined) == Spaces.cells(written))
        #expect(try Constraint(all: ["fast < slow"], axes: axes)?.text == "fast < slow")
    }
}
