import Kernels

/// The cells of a search one after another: distinct, and none outside the space.
///
/// It holds no list of cells. A sweep that goes on after an interruption draws again from the
/// start, which takes less than a microsecond a cell, and leaves out what it has.
public struct CellDraw: Sequence, IteratorProtocol, Sendable {
    /// How many candidates are tried for one cell before the space counts as exhausted: the
    /// constraint is met by fewer than one in ten million. A grid is always walked to its end.
    private static let mostTries = 10_000_000

    /// How many cells are wanted at most.
    public let wanted: Int
    /// How many cells were drawn.
    public private(set) var drawn = 0

    private let space: SearchSpace
    private let isGrid: Bool
    private let hypercube: LatinHypercube?
    private var sobol: SobolSequence?
    /// What is drawn from at random, also where an even sample had doubles or cells outside.
    private let order: IndexPermutation
    /// Needed where a sample can repeat itself.
    private var seen: SeenCells?
    private var values: [Double]
    private var places: [Int]
    /// How many candidates of the even sample were looked at, and how many of the order.
    private var (sampled, ordered) = (0, 0)
    private var following: Int?

    init(
        _ method: SearchMethod, _ wanted: Int, _ space: SearchSpace, seed: UInt64
    ) throws(SearchError) {
        let counts = space.grid.axes.map(\.count)
        var generator = SplitMix64(seed: seed, purpose: 0)
        (self.space, isGrid) = (space, method == .grid)
        self.wanted = Swift.min(wanted, space.grid.count)
        order = IndexPermutation(count: space.grid.count, seed: generator.next())
        values = Array(repeating: 0, count: counts.count)
        places = Array(repeating: 0, count: counts.count)
        hypercube =
            method == .latinHypercube
            ? LatinHypercube(samples: self.wanted, counts: counts, seed: generator.next()) : nil
        if method == .sobol {
            let shifts = counts.map { _ in generator.next() }
            sobol = SobolSequence(dimensions: counts.count, shifts: shifts)
        }
        seen = hypercube != nil || sobol != nil ? SeenCells(of: space.grid.count) : nil
        guard let first = search() else {
            throw .nothingLeft(
                constraint: space.constraint?.text ?? "",
                tried: Swift.min(sampled + ordered, space.grid.count), cells: space.grid.count)
        }
        following = first
    }

    /// The next cell; nil after the last.
    public mutating func next() -> Int? {
        guard let cell = following else { return nil }
        drawn += 1
        following = drawn < wanted ? search() : nil
        return cell
    }

    /// The next candidate that is new and belongs to the space; nil where none is found.
    private mutating func search() -> Int? {
        let mostTries = isGrid ? Int.max : Self.mostTries
        var tries = 0
        while tries < mostTries, let cell = candidate() {
            tries += 1
            if let seen, seen.contains(cell) { continue }
            guard space.permits(cell, using: &values) else { continue }
            seen?.insert(cell)
            return cell
        }
        return nil
    }

    /// The next cell of the even sample, then those of the order; nil when all were looked at.
    private mutating func candidate() -> Int? {
        if let hypercube, sampled < hypercube.samples {
            hypercube.write(sampled, to: &places)
            sampled += 1
            return space.grid.cell(at: places.span)
        }
        if sobol != nil, sampled < mostPoints { return sobolCell() }
        guard ordered < space.grid.count else { return nil }
        defer { ordered += 1 }
        return isGrid ? ordered : order[ordered]
    }

    /// Points enough that a constraint which few cells meet still finds them evenly.
    private var mostPoints: Int {
        Swift.min(Swift.min(wanted, SobolSequence.points) * 16, SobolSequence.points)
    }

    private mutating func sobolCell() -> Int? {
        if sampled > 0 { sobol?.advance() }
        sampled += 1
        for axis in places.indices {
            let count = UInt64(space.grid.axes[axis].count)
            let coordinate = sobol?.coordinate(axis) ?? 0
            places[axis] = Int(coordinate.multipliedFullWidth(by: count).high)
        }
        return space.grid.cell(at: places.span)
    }
}
