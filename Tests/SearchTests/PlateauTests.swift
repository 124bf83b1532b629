import Search
import Testing

@Suite("A cell among others")
struct PlateauTests {
    @Test("is compared with its neighbours along ordered axes")
    func plateau() throws {
        let grid = try Spaces.grid("a=1...5", "kind=[p,q,r]", "b=0.1...0.5:0.1")
        let cell = try #require(Spaces.cell([3, 1, 0.2], grid))
        let neighbours = try [[2, 1, 0.2], [4, 1, 0.2], [3, 1, 0.1], [3, 1, 0.3]].map {
            try #require(Spaces.cell($0, grid))
        }
        var asked: [Int] = []
        let score = PlateauScore(of: cell, peak: 10, in: grid) { other in
            asked.append(other)
            return .score(Double(1 + (neighbours.firstIndex(of: other) ?? 100)))
        }
        #expect(asked.sorted() == neighbours.sorted())
        #expect(score.peak == 10 && score.mean == 2.5 && score.least == 1)
        #expect(score.defined == 4 && score.undefined == 0)
    }

    @Test("has no neighbours outside the grid or the search; undefined ones are counted")
    func missing() throws {
        let grid = try Spaces.grid("a=1...5", "b=1...5")
        let corner = PlateauScore(of: 0, peak: 1, in: grid) { cell in
            cell == 1 ? .undefined : .score(-3)
        }
        #expect(corner.mean == -3 && corner.least == -3)
        #expect(corner.defined == 1 && corner.undefined == 1)
        let alone = PlateauScore(of: 12, peak: 1, in: grid) { cell in
            cell == 7 ? .score(.nan) : .unvisited
        }
        #expect(alone.mean == nil && alone.least == nil)
        #expect(alone.defined == 0 && alone.undefined == 1)
    }

    private func importance(
        _ grid: ParameterGrid, _ cells: [Int], _ score: ([Double]) -> Double
    ) -> ParameterImportance {
        let scores = cells.map { score(Spaces.values($0, grid)) }
        return ParameterImportance(grid, cells: cells.span, scores: scores.span)
    }

    @Test("a parameter's share of the variance is its main effect")
    func shares() throws {
        let grid = try Spaces.grid("a=1...8", "b=1...8", "kind=[p,q]")
        let cells = Array(0..<grid.count)
        let one = importance(grid, cells) { $0[0] * 3 + 100 }
        #expect(one.shares.map(\.fraction) == [1, 0, 0])
        // The variance of 1...8 is 5.25, of a word of two ¼: 4 × 5.25, 5.25 and 16 × ¼.
        let all = importance(grid, cells) { 2 * $0[0] - $0[1] + 4 * $0[2] }
        for (share, expected) in zip(all.shares, [21, 5.25, 4]) {
            #expect(abs((share.fraction ?? 0) - expected / 30.25) < 1e-12, "\(share)")
        }
        #expect(all.shares.map(\.name) == ["a", "b", "kind"] && all.defined == 128)
        let together = importance(grid, cells) { ($0[0] - 4.5) * ($0[1] - 4.5) }
        #expect(together.shares.allSatisfy { ($0.fraction ?? 1) < 1e-12 })
    }

    @Test("shares leave out undefined cells, and are none where nothing varies")
    func undefined() throws {
        let grid = try Spaces.grid("a=1...8", "b=1...8")
        let cells = Array(0..<grid.count)
        let holes = importance(grid, cells) { $0[1] == 3 ? .nan : $0[1] }
        #expect(holes.defined == 56)
        #expect(abs((holes.shares[1].fraction ?? 0) - 1) < 1e-12)
        #expect((holes.shares[0].fraction ?? 1) < 1e-12)
        let flat = importance(grid, cells) { 0.1 + 0 * $0[0] }
        #expect(flat.shares.allSatisfy { $0.fraction == nil })
        let none = importance(grid, cells) { $0[0] * .nan }
        #expect(none.defined == 0 && none.shares.allSatisfy { $0.fraction == nil })
    }

    @Test("shares of a sample group values, and say what chance gives")
    func sample() throws {
        let space = try Spaces.space(["a=1...100000", "b=1...100000"])
        let cells = Array(try SearchMethod.sobol.draw(1_024, from: space))
        let shares = importance(space.grid, cells) { $0[0] }.shares
        #expect((shares[0].fraction ?? 0) > 0.99)
        #expect(abs(shares[1].fractionByChance - 63.0 / 1_023) < 1e-12)
        #expect((shares[1].fraction ?? 1) < 3 * shares[1].fractionByChance)
    }
}
