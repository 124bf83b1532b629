import Search
import Testing

@Suite("The best cells")
struct RankingTests {
    /// Scores with many ties; some undefined.
    private func scores(_ count: Int, _ dice: inout Dice) -> [Double] {
        (0..<count).map { _ in
            let score = Int.random(in: 0..<12, using: &dice)
            return score == 0 ? .nan : Double(score - 6)
        }
    }

    @Test("are the first of all by score, ties by cell, in any order and any parts")
    func best() {
        var dice = Dice(state: 1)
        for _ in 0..<200 {
            let scores = scores(Int.random(in: 1..<60, using: &dice), &dice)
            let limit = Int.random(in: 1..<20, using: &dice)
            let defined = scores.indices.filter { !scores[$0].isNaN }
            let expected = defined.sorted { (-scores[$0], $0) < (-scores[$1], $1) }.prefix(limit)
            var parts = [BestCells(limit: limit), BestCells(limit: limit)]
            for cell in scores.indices.shuffled(using: &dice) {
                parts[Int.random(in: 0...1, using: &dice)].insert(cell, score: scores[cell])
            }
            parts[0].merge(parts[1])
            #expect(parts[0].ranked.map(\.cell) == Array(expected))
            #expect(parts[0].ranked.map(\.score) == expected.map { scores[$0] })
            #expect(parts[0].defined == defined.count)
            #expect(parts[0].undefined == scores.count - defined.count)
            var whole = BestCells(limit: limit)
            for cell in scores.indices { whole.insert(cell, score: scores[cell]) }
            #expect(whole == parts[0] && whole.hashValue == parts[0].hashValue)
        }
    }

    @Test("never hold what is undefined, and are none where all is")
    func undefined() {
        var best = BestCells(limit: 3)
        for (cell, score) in [nil, Double.nan, .infinity].enumerated() {
            best.insert(cell, score: score)
        }
        #expect(best.ranked.isEmpty && best.undefined == 3)
        best.insert(9, score: -0.4)
        #expect(best.ranked.map(\.cell) == [9])
    }

    @Test("of several objectives are those that none dominates", arguments: 1...4)
    func front(objectives: Int) {
        var dice = Dice(state: UInt64(objectives))
        for _ in 0..<100 {
            let count = Int.random(in: 1..<50, using: &dice)
            let rows = (0..<count).map { _ in scores(objectives, &dice) }
            let defined = rows.indices.filter { !rows[$0].contains(where: \.isNaN) }
            let expected = defined.filter { cell in
                !defined.contains { other in
                    zip(rows[other], rows[cell]).allSatisfy(>=) && rows[other] != rows[cell]
                }
            }
            var parts = [ParetoFront(objectives: objectives), ParetoFront(objectives: objectives)]
            for cell in rows.indices.shuffled(using: &dice) {
                let (part, row) = (Int.random(in: 0...1, using: &dice), rows[cell])
                parts[part].insert(cell, scores: row.span)
            }
            parts[0].merge(parts[1])
            #expect(parts[0].entries.map(\.cell) == expected)
            #expect(parts[0].entries.map(\.scores) == expected.map { rows[$0] })
            #expect(parts[0].defined == defined.count)
            #expect(parts[0].undefined == count - defined.count)
        }
    }
}
