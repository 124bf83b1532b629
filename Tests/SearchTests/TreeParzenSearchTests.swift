import Search
import Testing

@Suite("A search by a model")
struct TreeParzenSearchTests {
    /// A hill with its top in one cell.
    private func hill(_ cell: Int, _ grid: ParameterGrid, _ top: [Double]) -> Double {
        -zip(Spaces.values(cell, grid), top).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }

    /// How many cells a search visits until it finds the top.
    private func length(
        _ space: SearchSpace, _ top: [Double], seed: UInt64, _ settings: TreeParzenSettings
    ) throws -> Int {
        var search = try TreeParzenSearch(
            in: space, cells: space.grid.count, seed: seed, settings: settings)
        let target = try #require(Spaces.cell(top, space.grid))
        while !search.round.isEmpty {
            if let place = search.round.firstIndex(of: target) { return search.visited + place + 1 }
            search.advance(with: search.round.map { hill($0, space.grid, top) })
        }
        Issue.record("the top was never visited")
        return space.grid.count
    }

    @Test("finds the top of a hill in far fewer cells than chance, over 50 seeds")
    func hill() throws {
        let space = try Spaces.space(["a=1...21", "b=1...21", "c=1...21"])
        let (top, seeds): ([Double], ClosedRange<UInt64>) = ([5, 17, 12], 1...50)
        let lengths = try seeds.map { try length(space, top, seed: $0, TreeParzenSettings()) }
        let target = try #require(Spaces.cell(top, space.grid))
        let byChance = try seeds.map { seed in
            let draw = try SearchMethod.random.draw(from: space, seed: seed)
            return 1 + draw.prefix { $0 != target }.count
        }
        let (mean, chance) = (lengths.reduce(0, +) / 50, byChance.reduce(0, +) / 50)
        #expect((3_000...6_500).contains(chance), "by chance \(chance)")
        #expect(mean < 120, "\(mean) cells, by chance \(chance)")
    }

    @Test("is not drawn to what is undefined")
    func undefined() throws {
        let space = try Spaces.space(["a=1...40", "b=1...40"])
        let top = [5.0, 17]
        var count = 0
        for seed in 1...10 as ClosedRange<UInt64> {
            var search = try TreeParzenSearch(in: space, cells: 300, seed: seed)
            while !search.round.isEmpty {
                let scores = search.round.map { cell in
                    space.grid.place(of: cell, on: 0) < 20 ? hill(cell, space.grid, top) : nil
                }
                if search.visited >= 100 { count += scores.count { $0 == nil } }
                search.advance(with: scores)
            }
        }
        // Of ten times 200 cells at random, 1,000 would be undefined.
        #expect(count < 400, "\(count)")
    }

    @Test("finds a word and a switch, too")
    func categories() throws {
        let space = try Spaces.space(
            ["a=1...30", "on=[true,false]", "kind=[p,q,r,s,t,u,v,w]", "b=1...30"],
            where: "a < b")
        let top = [11.0, 0, 5, 20]
        let lengths = try (1...20).map {
            try length(space, top, seed: $0, TreeParzenSettings(roundSize: 8))
        }
        let half = space.count(in: 0..<space.grid.count) / 2
        #expect(lengths.reduce(0, +) / 20 * 8 < half, "\(lengths), by chance \(half)")
    }

    /// The rounds of a search of which some results were there before.
    private func rounds(_ known: [Int: Double?], cells: Int = 200) throws -> [[Int]] {
        let space = try Spaces.space(["a=1...40", "b=1...40", "on=[true,false]"], where: "a < b")
        var search = try TreeParzenSearch(in: space, cells: cells, seed: 9)
        var rounds: [[Int]] = []
        while !search.round.isEmpty {
            rounds.append(search.round)
            search.advance(
                with: search.round.map { cell in
                    if let score = known[cell] { return score }
                    return cell.isMultiple(of: 7) ? nil : hill(cell, space.grid, [9, 20, 1])
                })
        }
        return rounds
    }

    @Test("visits the same cells after an interruption at any cell")
    func interruption() throws {
        let whole = try rounds([:])
        let order = whole.flatMap { $0 }
        #expect(order.count == 200 && Set(order).count == 200)
        #expect(whole.dropLast().allSatisfy { $0.count == 16 } && whole.last?.count == 8)
        let grid = try Spaces.grid("a=1...40", "b=1...40", "on=[true,false]")
        for done in stride(from: 0, through: 200, by: 23) {
            let known = order.prefix(done).map { cell -> (Int, Double?) in
                (cell, cell.isMultiple(of: 7) ? nil : hill(cell, grid, [9, 20, 1]))
            }
            #expect(try rounds(Dictionary(uniqueKeysWithValues: known)) == whole)
        }
    }

    @Test("goes another way when a result is another")
    func dependence() throws {
        let whole = try rounds([:])
        let other = try rounds([whole[1][3]: 1_000])
        #expect(other[0...1] == whole[0...1] && other[2] != whole[2])
    }

    @Test("visits every cell once, then ends; undefined scores do not stop it")
    func exhaustion() throws {
        let space = try Spaces.space(["a=1...9", "b=1...9"], where: "a <= b")
        for score in [nil, Double.nan, 1] {
            var (search, visited) = (
                try TreeParzenSearch(in: space, cells: 1_000), [Int]()
            )
            while !search.round.isEmpty {
                visited += search.round
                search.advance(with: search.round.map { $0.isMultiple(of: 2) ? score : nil })
            }
            #expect(visited.sorted() == Spaces.cells(space))
            #expect(search.visited == 45)
        }
    }

    @Test("takes axes of any length", arguments: 1...10 as ClosedRange<UInt64>)
    func longAxes(seed: UInt64) throws {
        let space = try Spaces.space(["a=1...1000003", "b=0.001...2000:0.001"])
        var search = try TreeParzenSearch(in: space, cells: 600, seed: seed)
        var (best, starts) = (-Double.infinity, 0)
        while !search.round.isEmpty {
            let scores = search.round.map { cell in
                let values = Spaces.values(cell, space.grid)
                return -abs(values[0] / 1_000_003 - 0.3) - abs(values[1] / 2_000 - 0.8)
            }
            best = max(best, scores.max() ?? best)
            starts += search.round.count { cell in
                space.grid.place(of: cell, on: 0) * 512 % 1_000_003 < 512
            }
            search.advance(with: scores)
        }
        // Of 600 cells at random, the best is 0.03 away, more or less.
        #expect(best > -0.008, "\(best)")
        #expect(starts < 10, "\(starts) cells lie where one of 512 parts begins")
    }

    @Test("refuses no cells, and a constraint that leaves nothing")
    func refused() throws {
        let space = try Spaces.space(["a=1...9"], where: "a > 9")
        #expect(throws: SearchError.nothingLeft(constraint: "a > 9", tried: 9, cells: 9)) {
            try TreeParzenSearch(in: space, cells: 5)
        }
        let error = #expect(throws: SearchError.self) { try TreeParzenSearch(in: space, cells: 0) }
        #expect("\(String(describing: error))".contains("at least one cell, not 0"))
    }
}
