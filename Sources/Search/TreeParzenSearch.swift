import Kernels

/// A search that looks where earlier results were good, in rounds of a fixed size.
///
/// The visited cells are split into the good (the best part) and the bad (the rest, and all that
/// are undefined). Candidates are drawn as the good ones lie, axis by axis; the one that good
/// cells speak for most, compared with bad ones, is visited next.
///
/// A round depends on the space, the seed and the scores of the rounds before it, and on nothing
/// else: its cells can be computed by any number of threads in any order. After an interruption
/// the same rounds come again, and results that are there need not be computed.
///
///     var search = try TreeParzenSearch(in: space, cells: 1_000, seed: 1)
///     while !search.round.isEmpty { search.advance(with: scores(of: search.round)) }
///
/// Source: Bergstra, Bardenet, Bengio, Kégl: Algorithms for Hyper-Parameter Optimization, NIPS
/// 2011. The kernels are triangles instead of bell curves: their arithmetic is the same on every
/// machine.
public struct TreeParzenSearch: Sendable {
    /// The cells to visit next, in the order in which their scores are taken; empty at the end.
    public private(set) var round: [Int] = []
    /// How many cells have a score.
    public private(set) var visited = 0
    /// How many cells are wanted at most.
    public let wanted: Int

    private struct Scored {
        let cell: Int
        let score: Double
    }

    private let space: SearchSpace
    private let settings: TreeParzenSettings
    private let seed: UInt64
    private var random: CellDraw
    private var seen: SeenCells
    private var axes: [ParzenAxis]
    /// The best cells, the first is the best; ties by cell.
    private var best: [Scored] = []
    private var values: [Double]
    private var places: [Int]

    /// A search before its first round.
    ///
    /// - Parameters:
    ///   - space: where the cells lie.
    ///   - cells: how many are wanted, at least 1; the space may have fewer.
    ///   - seed: which of many searches.
    ///   - settings: rounds, and what is good.
    /// - Throws: an error where no cell meets the constraint.
    public init(
        in space: SearchSpace, cells: Int, seed: UInt64 = 1, settings: TreeParzenSettings = .init()
    ) throws(SearchError) {
        guard cells >= 1 else {
            throw .badMethod(
                SearchMethod.treeParzen.rawValue,
                problem: "it visits at least one cell, not \(cells)")
        }
        (self.space, self.settings, self.seed) = (space, settings, seed)
        wanted = min(cells, space.grid.count)
        random = try SearchMethod.random.draw(from: space, seed: seed)
        seen = SeenCells(of: space.grid.count)
        axes = space.grid.axes.map { ParzenAxis($0) }
        values = Array(repeating: 0, count: axes.count)
        places = Array(repeating: 0, count: axes.count)
        propose()
    }

    /// Takes the scores of the present round and goes on to the next.
    ///
    /// - Parameter scores: for each cell of `round` its score, more is better; nil or NaN where
    ///   it is undefined.
    public mutating func advance(with scores: [Double?]) {
        precondition(
            scores.count == round.count, "\(scores.count) scores for \(round.count) cells")
        for (cell, score) in zip(round, scores) { note(cell, score) }
        visited += round.count
        propose()
    }

    private mutating func note(_ cell: Int, _ score: Double?) {
        for axis in axes.indices { axes[axis].note(space.grid.place(of: cell, on: axis)) }
        guard let score, score.isFinite else { return }
        let place = best.firstIndex {
            score > $0.score || (score == $0.score && cell < $0.cell)
        }
        best.insert(Scored(cell: cell, score: score), at: place ?? best.count)
        if best.count > settings.mostGood { best.removeLast() }
    }

    // MARK: Proposals

    private mutating func propose() {
        round = []
        let size = min(settings.roundSize, wanted - visited)
        let isModelled = visited >= settings.randomCells && !best.isEmpty
        if isModelled { learn() }
        var generator = SplitMix64(seed: seed, purpose: visited + 1)
        while round.count < size {
            guard let cell = (isModelled ? choose(&generator) : nil) ?? randomCell() else { return }
            seen.insert(cell)
            round.append(cell)
        }
    }

    private mutating func learn() {
        let part = Int((settings.goodFraction * Double(visited)).rounded(.up))
        let good = best.prefix(part)
        for axis in axes.indices {
            axes[axis].learn(good: good.map { space.grid.place(of: $0.cell, on: axis) })
        }
    }

    /// The candidate that good cells speak for most; nil where no new one was drawn.
    private mutating func choose(_ generator: inout SplitMix64) -> Int? {
        var chosen: (cell: Int, advantage: Double)?
        var found = 0
        for _ in 0..<settings.candidates * 8 where found < settings.candidates {
            var advantage = 1.0
            for axis in axes.indices {
                places[axis] = axes[axis].draw(&generator)
                advantage *= axes[axis].advantage(at: places[axis])
            }
            let cell = space.grid.cell(at: places.span)
            guard !seen.contains(cell), space.permits(cell, using: &values) else { continue }
            found += 1
            if advantage > chosen?.advantage ?? -1 { chosen = (cell, advantage) }
        }
        return chosen?.cell
    }

    /// The next cell of a random order that was not visited.
    private mutating func randomCell() -> Int? {
        while let cell = random.next() {
            if !seen.contains(cell) { return cell }
        }
        return nil
    }
}
