import Search
import Testing

@Suite("Cells drawn")
struct CellDrawTests {
    static let methods: [SearchMethod] = [.grid, .random, .latinHypercube, .sobol]

    private static func space(_ constraint: String? = "a < b || on") throws -> SearchSpace {
        try Spaces.space(["a=1...7", "b=1...9", "on=[true,false]", "x=[3,1,2]"], where: constraint)
    }

    @Test("are distinct, meet the constraint, and are as many as wanted", arguments: methods)
    func distinct(method: SearchMethod) throws {
        let space = try Self.space()
        let allowed = Set(Spaces.cells(space))
        for wanted in [1, 2, 50, 199, allowed.count] {
            for seed in 1...5 as ClosedRange<UInt64> {
                let cells = Array(try method.draw(wanted, from: space, seed: seed))
                #expect(cells.count == wanted && Set(cells).count == wanted)
                #expect(allowed.isSuperset(of: cells))
            }
        }
    }

    @Test("are all that there are, where more are wanted", arguments: methods)
    func all(method: SearchMethod) throws {
        let space = try Self.space()
        let cells = Array(try method.draw(10_000, from: space))
        #expect(cells.sorted() == Spaces.cells(space))
        if method == .grid { #expect(cells == cells.sorted()) }
    }

    @Test("depend on the seed, and on nothing else", arguments: methods)
    func seeds(method: SearchMethod) throws {
        let space = try Spaces.space(["a=1...100", "b=1...100", "c=1...100"], where: "a < b")
        func cells(_ seed: UInt64) throws -> [Int] {
            Array(try method.draw(64, from: space, seed: seed))
        }
        #expect(try cells(7) == cells(7))
        #expect(try (cells(7) == cells(8)) == (method == .grid))
    }

    @Test(
        "are a beginning of those of a longer search",
        arguments: [SearchMethod.grid, .random, .sobol])
    func beginning(method: SearchMethod) throws {
        let space = try Spaces.space(["a=1...1000", "b=1...1000"], where: "a < b")
        let long = Array(try method.draw(500, from: space))
        #expect(Array(try method.draw(200, from: space)) == Array(long.prefix(200)))
    }

    @Test("evenly are more even than at random", arguments: [SearchMethod.latinHypercube, .sobol])
    func even(method: SearchMethod) throws {
        let space = try Spaces.space(["a=1...4096", "b=1...4096"])
        func empty(_ method: SearchMethod) throws -> Int {
            let cells = try method.draw(256, from: space, seed: 11)
            return 256 - Set(cells.map { space.grid.place(of: $0, on: 0) / 16 }).count
        }
        #expect(try empty(method) == 0)
        #expect(try empty(.random) > 50)
    }

    @Test("come from spaces of any size at once", arguments: methods.dropFirst())
    func large(method: SearchMethod) throws {
        let space = try Spaces.space(["a=1...1000000", "b=1...1000000"], where: "a + 10 <= b")
        let cells = Array(try method.draw(2_000, from: space))
        #expect(Set(cells).count == 2_000)
        #expect(
            cells.allSatisfy { cell in
                let values = Spaces.values(cell, space.grid)
                return values[0] + 10 <= values[1]
            })
    }

    @Test("are none where a constraint leaves nothing, and the error counts", arguments: methods)
    func nothing(method: SearchMethod) throws {
        let space = try Self.space("a > 8")
        #expect(throws: SearchError.nothingLeft(constraint: "a > 8", tried: 378, cells: 378)) {
            try method.draw(10, from: space)
        }
    }

    @Test("the error of a search that gave up says of how many")
    func partly() {
        let error = SearchError.nothingLeft(
            constraint: "a < b", tried: 10_000_000, cells: 1_000_000_000_000)
        #expect(
            "\(error)" == "none of 10,000,000 cells that were tried (of 1,000,000,000,000) meets "
                + "'a < b'; change it, or the values of its parameters")
    }

    @Test("need a method that there is, a count, and axes that it can have")
    func refused() throws {
        #expect(try SearchMethod(named: "sobol") == .sobol)
        let error = #expect(throws: SearchError.self) { try SearchMethod(named: "sobbol") }
        #expect("\(String(describing: error))".contains("did you mean 'sobol'?"))
        let space = try Self.space()
        #expect(throws: SearchError.self) { try SearchMethod.sobol.draw(from: space) }
        #expect(throws: SearchError.self) { try SearchMethod.latinHypercube.draw(from: space) }
        #expect(throws: SearchError.self) { try SearchMethod.random.draw(0, from: space) }
        let wide = try Spaces.space((1...41).map { "p\($0)=[1,2]" })
        let tooWide = #expect(throws: SearchError.self) {
            try SearchMethod.sobol.draw(8, from: wide)
        }
        #expect("\(String(describing: tooWide))".contains("at most 40 parameters, not 41"))
    }
}
