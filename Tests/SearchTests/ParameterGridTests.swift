import Search
import Testing

@Suite("A grid")
struct ParameterGridTests {
    private let texts = ["fast=5...15:5", "x=[0.1,0.7]", "on=[true,false]", "kind=[a,b,c]"]

    @Test("turns its last axis fastest, and finds each cell from its values")
    func cells() throws {
        let grid = try ParameterGrid(try texts.map { try ParameterAxis($0) })
        #expect(grid.count == 36)
        var cell = 0
        for fast in [5.0, 10, 15] {
            for x in [0.1, 0.7] {
                for on in [1.0, 0] {
                    for kind in [0.0, 1, 2] {
                        let values = Spaces.values(cell, grid)
                        #expect(values == [fast, x, on, kind])
                        #expect(grid.cell(of: values.span) == cell)
                        var places = [0, 0, 0, 0]
                        var span = places.mutableSpan
                        grid.places(of: cell, into: &span)
                        #expect(grid.cell(at: places.span) == cell)
                        #expect(places == (0..<4).map { grid.place(of: cell, on: $0) })
                        cell += 1
                    }
                }
            }
        }
        #expect(grid.settings(of: 35) == ["fast": "15", "x": "0.7", "on": "false", "kind": "c"])
        #expect(grid.cell(of: [5, 0.2, 1, 0].span) == nil)
    }

    @Test("knows the cells beside a cell")
    func neighbours() throws {
        let grid = try Spaces.grid("a=1...3", "b=1...4")
        #expect(grid.cell(beside: 5, on: 0, by: 1) == 9)
        #expect(grid.cell(beside: 5, on: 0, by: -1) == 1)
        #expect(grid.cell(beside: 5, on: 1, by: 2) == 7)
        #expect(grid.cell(beside: 1, on: 0, by: -1) == nil)
        #expect(grid.cell(beside: 3, on: 1, by: 1) == nil)
    }

    @Test("numbers cells far beyond 32 bits")
    func large() throws {
        let grid = try Spaces.grid("a=1...2000000", "b=0.5...1000000:0.5", "c=1...3")
        #expect(grid.count == 12_000_000_000_000)
        for cell in [0, 1, 4_294_967_295, 4_294_967_296, 7_654_321_987_654, grid.count - 1] {
            #expect(grid.cell(of: Spaces.values(cell, grid).span) == cell)
        }
        #expect(Spaces.values(grid.count - 1, grid) == [2_000_000, 1_000_000, 3])
    }

    @Test("refuses what has no cells that can be numbered")
    func refused() throws {
        #expect(throws: SearchError.noAxes) { try ParameterGrid([]) }
        #expect(throws: SearchError.doubledAxis("a")) { try Spaces.grid("a=1", "a=2") }
        let error = #expect(throws: SearchError.self) {
            try Spaces.grid("a=1...9000000000000000", "b=1...1000000")
        }
        #expect(error == .uncountable(cells: 9e21))
    }

    @Test("of 10¹² cells is refused with their count, memory and time")
    func limit() throws {
        let grid = try Spaces.grid("a=1...1000000", "b=1...1000000")
        let limit = SearchLimit(cells: 100_000_000, bytesPerCell: 24, cellsPerSecond: 1_000_000)
        let error = #expect(throws: SearchError.tooManyCells(grid.count, limit: limit)) {
            try limit.demand(grid.count)
        }
        #expect(
            "\(error.map { "\($0)" } ?? "")".hasPrefix(
                "1,000,000,000,000 cells would keep 24 TB and take 12 days at 1,000,000 a "
                    + "second; at most 100,000,000 are computed."))
        try limit.demand(100_000_000)
    }

    @Test(
        "'s refusal is in units that people read",
        arguments: [
            (1, 1, 1.0, "keep 1 B and take 1 s at 1 a"),
            (999, 1, 1.0, "keep 999 B and take 17 min"),
            (1_500, 1, 0.5, "keep 1.5 kB and take 50 min"),
            (1_000_000, 2, 10.0, "keep 2 MB and take 28 h"),
            (10_000_000, 150, 0.1, "keep 1.5 GB and take 3.2 years"),
        ])
    func units(count: Int, bytes: Int, rate: Double, words: String) {
        let limit = SearchLimit(cells: 1, bytesPerCell: bytes, cellsPerSecond: rate)
        #expect("\(SearchError.tooManyCells(count, limit: limit))".contains(words))
    }
}
