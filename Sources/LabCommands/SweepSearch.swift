import Commands
import Foundation
import Search
import Sweeps
import Synchronization

/// Which cells a sweep visits.
struct SweepSearch {
    /// Where the cells lie.
    let space: SearchSpace
    /// What is looked for; the first one ranks.
    let objectives: [Objective]
    /// How many cells are visited at most.
    let wanted: Int
    private let method: SearchMethod
    private let seed: UInt64

    /// The cells in the order of their visit, with their figures.
    struct Visit: Sendable {
        var cells: [Int] = []
        var figures: [CellFigures] = []
        var paths: [String: Int] = [:]
        var fallbacks = 0
        var reason: String?

        mutating func add(_ cells: ArraySlice<Int>, _ batch: SweepBatch) {
            self.cells += cells
            figures += batch.figures
            paths.merge(batch.paths, uniquingKeysWith: +)
            fallbacks += batch.fallbacks
            reason = reason ?? batch.reason
        }

        mutating func add(_ other: Visit) {
            cells += other.cells
            figures += other.figures
            paths.merge(other.paths, uniquingKeysWith: +)
            fallbacks += other.fallbacks
            reason = reason ?? other.reason
        }
    }

    init(
        _ space: SearchSpace, method: SearchMethod, cells: Int?, seed: UInt64,
        objectives: [Objective]
    ) throws(SearchError) {
        (self.space, self.method, self.seed, self.objectives) = (space, method, seed, objectives)
        if method == .grid || method == .random && cells == nil {
            try Self.limit.demand(cells.map { min($0, space.grid.count) } ?? space.grid.count)
        } else if let cells {
            try Self.limit.demand(cells)
        }
        if method == .treeParzen {
            wanted = try TreeParzenSearch(in: space, cells: cells ?? 256, seed: seed).wanted
        } else if let cells {
            wanted = try method.draw(cells, from: space, seed: seed).wanted
        } else {
            wanted = space.count(in: 0..<space.grid.count)
        }
        // A constraint that leaves nothing, or a method that needs a count, says so here.
        if method != .treeParzen { _ = try method.draw(cells, from: space, seed: seed) }
    }

    /// What a sweep of one run may have: a cell's figures stay in memory.
    private static let limit = SearchLimit(
        cells: 5_000_000, bytesPerCell: 120, cellsPerSecond: 20_000)

    /// What makes two searches the same for the trial ledger: the axes, and which of their cells
    /// are visited. Another seed visits other cells, and so is another search.
    var identity: [(name: String, value: String)] {
        let axes = space.grid.axes.map { axis in
            (axis.name, axis.description.split(separator: "=").dropFirst().joined())
        }
        let choice = space.constraint.map { [("constraint", $0.text)] } ?? []
        guard method != .grid || wanted < space.grid.count else { return axes + choice }
        return axes + choice
            + [("method", method.rawValue), ("cells", "\(wanted)"), ("seed", "\(seed)")]
    }

    /// The parameters of some cell, as `NAME=VALUE` each.
    var first: [String] {
        var values = [Double](repeating: 0, count: space.grid.axes.count)
        var span = values.mutableSpan
        let cell = (0..<min(space.grid.count, 100_000)).first {
            space.permits($0, writing: &span)
        }
        return space.grid.settings(of: cell ?? 0).map { "\($0.key)=\($0.value)" }.sorted()
    }

    /// Visits the cells.
    func run(_ sweep: Sweep, threads: Int, isQuiet: Bool) throws -> Visit {
        let progress = Mutex((Progress("cells", total: wanted, isQuiet: isQuiet), 0))
        defer { progress.withLock { $0.0.finish() } }
        func visit(_ cells: [Int]) throws -> Visit {
            let size = max(1, min(Sweep.batchCount, (cells.count + threads - 1) / threads))
            let starts = Array(stride(from: 0, to: cells.count, by: size))
            let batches = try Parallel.map(starts.count, threads: threads) { index in
                let part = cells[starts[index]..<min(starts[index] + size, cells.count)]
                let batch = try sweep.run(part.map { space.grid.settings(of: $0) })
                progress.withLock { state in
                    state.1 += part.count
                    state.0.report(state.1)
                }
                return (part, batch)
            }
            var visit = Visit()
            for (part, batch) in batches { visit.add(part, batch) }
            return visit
        }
        guard method == .treeParzen else {
            return try visit(Array(method.draw(wanted, from: space, seed: seed)))
        }
        var search = try TreeParzenSearch(in: space, cells: wanted, seed: seed)
        var all = Visit()
        while !search.round.isEmpty {
            let round = try visit(search.round)
            all.add(round)
            search.advance(with: round.figures.map { score($0, objectives[0]) })
        }
        return all
    }

    /// What an objective makes of a cell's figures, more is better; nil where it is undefined.
    func score(_ figures: CellFigures, _ objective: Objective) -> Double? {
        objective.score(SweepMetric(rawValue: objective.metric).flatMap { figures.value(of: $0) })
    }
}
