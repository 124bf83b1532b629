/// The cells of which none is better in one objective without being worse in another.
///
/// A cell dominates another when no score of it is less and one is more. Cells with equal scores
/// do not dominate each other, and stay together. What is kept does not depend on the order in
/// which cells arrive, nor on how several fronts are merged. A front has no bound: with more
/// objectives fewer cells are dominated, and each new cell is compared with all of the front.
public struct ParetoFront: Sendable {
    /// A cell with its scores.
    public struct Entry: Hashable, Sendable {
        /// The cell's number.
        public let cell: Int
        /// A score for each objective, more is better.
        public let scores: [Double]
    }

    /// How many objectives there are.
    public let objectives: Int
    /// How many cells had all scores.
    public private(set) var defined = 0
    /// How many cells lacked a score; they never enter.
    public private(set) var undefined = 0
    private var cells: [Int] = []
    /// The scores of the cells, one after another.
    private var scores: [Double] = []

    /// An empty front.
    ///
    /// - Parameter objectives: how many, at least 1.
    public init(objectives: Int) {
        precondition(objectives >= 1, "objectives must be ≥ 1, was \(objectives)")
        self.objectives = objectives
    }

    /// Looks at a cell. Each cell comes once.
    ///
    /// - Parameters:
    ///   - cell: its number.
    ///   - candidate: a score for each objective, more is better; NaN where it is undefined.
    public mutating func insert(_ cell: Int, scores candidate: Span<Double>) {
        precondition(
            candidate.count == objectives, "\(candidate.count) scores for \(objectives) objectives")
        for index in candidate.indices where !candidate[index].isFinite {
            undefined += 1
            return
        }
        defined += 1
        keep(cell, candidate)
    }

    /// Takes in the front of another part of the same search.
    public mutating func merge(_ other: ParetoFront) {
        precondition(
            other.objectives == objectives, "fronts of \(objectives) and \(other.objectives)")
        defined += other.defined
        undefined += other.undefined
        for (index, cell) in other.cells.enumerated() {
            let start = index * objectives
            keep(cell, other.scores.span.extracting(start..<start + objectives))
        }
    }

    /// The cells of the front in the order of the grid.
    public var entries: [Entry] {
        cells.indices.map { index in
            let start = index * objectives
            return Entry(cell: cells[index], scores: Array(scores[start..<start + objectives]))
        }.sorted { $0.cell < $1.cell }
    }

    private mutating func keep(_ cell: Int, _ candidate: Span<Double>) {
        var member = 0
        while member < cells.count {
            let (isBehind, isAhead) = compare(candidate, with: member)
            if isBehind, !isAhead {
                // Who dominates one cell will dominate others: it is asked first from now on.
                exchange(member, 0)
                return
            }
            if isAhead, !isBehind { remove(member) } else { member += 1 }
        }
        cells.append(cell)
        for index in candidate.indices { scores.append(candidate[index]) }
    }

    /// Whether the candidate is less in a score than a member, and whether it is more in one.
    private func compare(
        _ candidate: Span<Double>, with member: Int
    ) -> (isBehind: Bool, isAhead: Bool) {
        var (isBehind, isAhead) = (false, false)
        for index in candidate.indices {
            let own = scores[member * objectives + index]
            isBehind = isBehind || candidate[index] < own
            isAhead = isAhead || candidate[index] > own
        }
        return (isBehind, isAhead)
    }

    private mutating func exchange(_ one: Int, _ other: Int) {
        cells.swapAt(one, other)
        for index in 0..<objectives {
            scores.swapAt(one * objectives + index, other * objectives + index)
        }
    }

    private mutating func remove(_ member: Int) {
        exchange(member, cells.count - 1)
        cells.removeLast()
        scores.removeLast(objectives)
    }
}
