/// The best cells of a search, in memory for so many alone.
///
/// More is better, and of equal scores the first in the order of the grid: what is kept does not
/// depend on the order in which cells arrive, nor on how several are merged.
public struct BestCells: Hashable, Sendable {
    /// A cell with its score.
    public struct Entry: Hashable, Sendable {
        /// The cell's number.
        public let cell: Int
        /// Its score, more is better.
        public let score: Double

        fileprivate func isBetter(than other: Entry) -> Bool {
            score > other.score || (score == other.score && cell < other.cell)
        }
    }

    /// How many cells are kept.
    public let limit: Int
    /// How many cells had a score.
    public private(set) var defined = 0
    /// How many cells had none; they are never among the best.
    public private(set) var undefined = 0
    /// A heap with the worst at its root.
    private var heap: [Entry] = []

    /// None yet.
    ///
    /// - Parameter limit: how many are kept, at least 1.
    public init(limit: Int) {
        precondition(limit >= 1, "limit must be ≥ 1, was \(limit)")
        self.limit = limit
    }

    /// Looks at a cell. Each cell comes once.
    ///
    /// - Parameters:
    ///   - cell: its number.
    ///   - score: more is better; nil or NaN where it is undefined.
    public mutating func insert(_ cell: Int, score: Double?) {
        guard let score, score.isFinite else {
            undefined += 1
            return
        }
        defined += 1
        keep(Entry(cell: cell, score: score))
    }

    /// Takes in the best of another part of the same search.
    public mutating func merge(_ other: BestCells) {
        defined += other.defined
        undefined += other.undefined
        for entry in other.heap { keep(entry) }
    }

    /// The best cells, the best first; empty where all were undefined.
    public var ranked: [Entry] { heap.sorted { $0.isBetter(than: $1) } }

    private mutating func keep(_ entry: Entry) {
        if heap.count < limit {
            heap.append(entry)
            rise(from: heap.count - 1)
        } else if entry.isBetter(than: heap[0]) {
            heap[0] = entry
            sink()
        }
    }

    private mutating func rise(from start: Int) {
        var place = start
        while place > 0, heap[(place - 1) / 2].isBetter(than: heap[place]) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink() {
        var place = 0
        while true {
            var worst = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < heap.count && heap[worst].isBetter(than: heap[child]) { worst = child }
            guard worst != place else { return }
            heap.swapAt(place, worst)
            place = worst
        }
    }
}

extension BestCells {
    /// The same limit, counts and cells.
    public static func == (left: BestCells, right: BestCells) -> Bool {
        left.limit == right.limit && left.defined == right.defined
            && left.undefined == right.undefined && left.ranked == right.ranked
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(limit)
        hasher.combine(defined)
        hasher.combine(undefined)
        hasher.combine(ranked)
    }
}
