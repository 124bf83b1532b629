import Search
import Testing

@Suite("An axis")
struct ParameterAxisTests {
    @Test(
        "has the values that its text names",
        arguments: [
            ("fast=5...50:15", "5 20 35 50"), ("fast=-2...2", "-2 -1 0 1 2"),
            ("fast=20", "20"), ("fast=7...7:3", "7"),
            (" fast = 5 ... 10 : 5 ", "5 10"), ("fast=[30,10,20]", "30 10 20"),
            ("x=0.5...2:0.25", "0.5 0.75 1.0 1.25 1.5 1.75 2.0"),
            ("x=0.1...0.7:0.2", "0.1 0.3 0.5 0.7"), ("x=-0.5...0.5:0.5", "-0.5 0.0 0.5"),
            ("x=1e-3...3e-3:1e-3", "0.001 0.002 0.003"), ("x=[0.5,2,1e1]", "0.5 2.0 10.0"),
            ("x=1...3:1.0", "1.0 2.0 3.0"), ("x=0.50", "0.5"),
            ("on=[true,false]", "true false"), ("on=true", "true"),
            ("kind=[ema,sma_2]", "ema sma_2"), ("kind=ema", "ema"),
        ])
    func values(text: String, expected: String) throws {
        let axis = try ParameterAxis(text)
        #expect((0..<axis.count).map(axis.text).joined(separator: " ") == expected)
        #expect(try ParameterAxis(axis.description) == axis, "\(axis)")
        #expect((0..<axis.count).allSatisfy { axis.index(of: axis.value(at: $0)) == $0 })
        #expect(axis.index(of: 0.123) == nil && axis.index(of: .nan) == nil)
        #expect(axis.index(of: .infinity) == nil && axis.index(of: -1_000_000) == nil)
    }

    @Test("has the decimals that are meant, not sums of a step", arguments: 1...6)
    func exact(digits: Int) throws {
        let zeros = String(repeating: "0", count: digits - 1)
        let axis = try ParameterAxis("x=0.\(zeros)1...7:0.\(zeros)1")
        let power = (0..<digits).reduce(1) { power, _ in power * 10 }
        #expect(axis.count == 7 * power)
        for index in stride(from: 0, to: axis.count, by: max(1, axis.count / 5_000)) {
            let (whole, rest) = (index + 1).quotientAndRemainder(dividingBy: power)
            let padded = String(String(power + rest).dropFirst())
            #expect(axis.value(at: index) == Double("\(whole).\(padded)"))
        }
        #expect(axis.value(at: axis.count - 1) == 7)
    }

    @Test("of a range keeps no values")
    func large() throws {
        let axis = try ParameterAxis("n=0...9000000000000000:1")
        #expect(axis.count == 9_000_000_000_000_001)
        #expect(axis.value(at: axis.count - 1) == 9e15)
    }

    @Test("says what it is made of, and whether a step along it means something")
    func kinds() throws {
        func axis(_ text: String) throws -> ParameterAxis { try ParameterAxis(text) }
        #expect(try axis("x=1...3").kind == .integer && axis("x=1...3").isOrdered)
        #expect(try axis("x=[1,2.5]").kind == .decimal && axis("x=[1,2.5]").isOrdered)
        #expect(try axis("x=[9,4,1]").isOrdered)
        #expect(try !axis("x=[1,9,4]").isOrdered)
        #expect(try axis("x=[false,true]").kind == .boolean && !axis("x=[false,true]").isOrdered)
        #expect(try axis("x=[a,b]").kind == .word && !axis("x=[a,b]").isOrdered)
        #expect(try axis("x=[a,b]").value(at: 1) == 1)
    }

    @Test(
        "says which column is wrong, and what to write",
        arguments: [
            ("fast", 1, "there is no '='"), ("=5", 1, "'' is no parameter's name"),
            ("5=5", 1, "'5' is no parameter's name"), ("fast=", 6, "'fast' has no values"),
            (
                "fast=5...50:7", 13,
                "the step 7 does not divide 45, the way from 5 to 50; the "
                    + "nearest step that does is 5, or end at 47 or 54"
            ),
            (
                "x=0...1:0.3", 9,
                "the step 0.3 does not divide 1.0, the way from 0.0 to 1.0; the "
                    + "nearest step that does is 0.25, or end at 0.9 or 1.2"
            ),
            ("fast=5...8:50", 12, "the nearest step that does is 3, or end at 55"),
            ("fast=50...5:5", 6, "the range is reversed; write 5...50:5"),
            ("fast=5...50:0", 13, "the step must be above 0, was 0"),
            ("fast=5...50:-5", 13, "the step must be above 0, was -5"),
            ("x=0.5...2", 9, "a range of decimals needs a step: 0.5...2:0.1, say"),
            ("x=nan...2:1", 3, "'nan' is no finite number"),
            ("x=[1,inf]", 6, "'inf' is no finite number"), ("x=-Infinity", 3, "no finite number"),
            ("x=[1,]", 6, "a value of the list is missing"),
            ("x=[]", 3, "the list is empty"), ("x=[ ]", 3, "the list is empty"),
            ("x=[1,2", 3, "the list has no ']'"), ("x=[a,b,a]", 8, "a stands twice"),
            ("x=[0.5,0.50]", 8, "0.50 stands twice"), ("x=[true,true]", 9, "true stands twice"),
            ("x=[1,a]", 6, "'a' is no number"), ("a-b=1", 1, "'a-b' is no parameter's name"),
            ("x=0x10", 3, "'0x10' is no number"),
            ("x=1_000", 3, "'1_000' is no number"), ("x=5..50", 3, "'5..50' is no number"),
            ("x=1...2...3", 7, "'2...3' is no number"), ("x=1...2:1:1", 11, "has one step"),
            ("x=1...<5:1", 7, "leave out the '<'"), ("x=...5", 3, "'' is no number"),
            ("x=1e", 3, "'1e' is no number"), ("x=1e99", 3, "has more digits"),
            ("x=12345678901234567", 3, "has more digits"), ("x=1e-23", 3, "has more digits"),
            ("x=0.000000001...9000000000000:1", 3, "more than 15 digits together"),
            ("x=[0.000000001,9000000000000]", 16, "more than 15 digits together"),
            ("x=५", 3, "'५' is no number"),
        ])
    func mistakes(text: String, column: Int, problem: String) {
        let error = #expect(throws: SearchError.self) { try ParameterAxis(text) }
        guard case .badAxis(text, let found, let said) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found == column && said.contains(problem), "\(found): \(said)")
        #expect("\(SearchError.badAxis(text, column: found, problem: said))".contains(text))
    }

    @Test("names a nearest step that divides", arguments: [1, 7, 45, 97, 360, 1_000], 2...12)
    func nearestSteps(span: Int, step: Int) {
        guard !span.isMultiple(of: step) else { return }
        let divisors = (1...span).filter { span.isMultiple(of: $0) }
        let nearest = divisors.min { abs($0 - step) < abs($1 - step) } ?? 0
        let error = #expect(throws: SearchError.self) {
            try ParameterAxis("x=10...\(10 + span):\(step)")
        }
        #expect("\(String(describing: error))".contains("that does is \(nearest), or end"))
    }

    @Test("belongs to a parameter that there is, once")
    func names() throws {
        let known = ["fast", "slow"]
        let axes = try ParameterAxis.axes(["slow=1...3", "fast=2"], known: known)
        #expect(axes.map(\.name) == ["slow", "fast"])
        #expect(throws: SearchError.unknownParameter("fats", nearest: "fast", known: known)) {
            try ParameterAxis.axes(["fats=1"], known: known)
        }
        #expect(throws: SearchError.doubledAxis("fast")) {
            try ParameterAxis.axes(["fast=1", "fast=2"], known: known)
        }
        let unknown = SearchError.unknownParameter("fats", nearest: "fast", known: known)
        #expect("\(unknown)".contains("did you mean 'fast'?"))
    }
}
