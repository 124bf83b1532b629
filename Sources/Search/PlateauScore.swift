/// How a cell stands among its neighbours: a good one on a plateau is worth more than a peak
/// that nothing near it confirms.
///
/// Neighbours are the cells one step away along one ordered axis; the other values stay. What
/// lies outside the grid, breaks the constraint or was not visited is no neighbour.
public struct PlateauScore: Hashable, Sendable {
    /// The cell's own score.
    public let peak: Double
    /// The mean of the neighbours' scores; nil without a neighbour that has one.
    public let mean: Double?
    /// The least of the neighbours' scores; nil without a neighbour that has one.
    public let least: Double?
    /// How many neighbours have a score.
    public let defined: Int
    /// How many neighbours were visited and are undefined.
    public let undefined: Int

    /// What is known of a cell.
    public enum Standing: Hashable, Sendable {
        /// It is no part of the search, or was not visited.
        case unvisited
        /// It was visited, and has no score.
        case undefined
        /// Its score, more is better.
        case score(Double)
    }

    /// The score of a cell among its neighbours.
    ///
    /// - Parameters:
    ///   - cell: its number.
    ///   - peak: its score.
    ///   - grid: where it lies.
    ///   - standing: what is known of another cell.
    public init(
        of cell: Int, peak: Double, in grid: ParameterGrid, standing: (Int) -> Standing
    ) {
        var (sum, least, defined, undefined) = (0.0, Double.infinity, 0, 0)
        for axis in grid.axes.indices where grid.axes[axis].isOrdered {
            for steps in [-1, 1] {
                guard let neighbour = grid.cell(beside: cell, on: axis, by: steps) else { continue }
                switch standing(neighbour) {
                case .unvisited: break
                case .score(let score) where score.isFinite:
                    (sum, least, defined) = (sum + score, min(least, score), defined + 1)
                case .undefined, .score: undefined += 1
                }
            }
        }
        (self.peak, self.defined, self.undefined) = (peak, defined, undefined)
        mean = defined > 0 ? sum / Double(defined) : nil
        self.least = defined > 0 ? least : nil
    }
}
