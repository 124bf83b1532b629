/// Which part of the scores' variance each parameter explains by itself.
///
/// The cells are grouped by a parameter's value; its share is the variance between the groups'
/// means over the variance of all cells (η², the main effect). Where cells are few beside the
/// values, neighbouring values share a group, so that groups hold several cells. What acts only
/// together with another parameter is in no share.
///
/// Source: Fisher: Statistical Methods for Research Workers, 1925 (analysis of variance).
public struct ParameterImportance: Hashable, Sendable {
    /// One parameter's part.
    public struct Share: Hashable, Sendable {
        /// The parameter.
        public let name: String
        /// Its part of the variance, 0 to 1; nil where the scores do not vary.
        public let fraction: Double?
        /// The part that chance alone gives a parameter without any effect, on the average.
        public let fractionByChance: Double
    }

    /// A share for each axis, in the grid's order.
    public let shares: [Share]
    /// How many cells had a score.
    public let defined: Int

    /// The shares of a search.
    ///
    /// - Parameters:
    ///   - grid: where the cells lie.
    ///   - cells: the visited cells, in an order that is always the same.
    ///   - scores: their scores; NaN where one is undefined, which does not count.
    public init(_ grid: ParameterGrid, cells: Span<Int>, scores: Span<Double>) {
        precondition(cells.count == scores.count, "\(cells.count) cells, \(scores.count) scores")
        var (sum, defined) = (0.0, 0)
        for index in scores.indices where scores[index].isFinite {
            (sum, defined) = (sum + scores[index], defined + 1)
        }
        let mean = defined > 0 ? sum / Double(defined) : 0
        let mostGroups = max(2, Int(2 * Double(defined).squareRoot()))
        var (total, greatest) = (0.0, 0.0)
        var groups = grid.axes.map { Groups(of: $0.count, atMost: mostGroups) }
        for index in cells.indices where scores[index].isFinite {
            let deviation = scores[index] - mean
            total += deviation * deviation
            greatest = max(greatest, abs(scores[index]))
            for axis in groups.indices {
                groups[axis].add(deviation, at: grid.place(of: cells[index], on: axis))
            }
        }
        // Scores that are equal but for rounding do not vary.
        let tolerance = 1e-12 * greatest
        let varies = defined > 1 && (total / Double(defined)).squareRoot() > tolerance
        self.defined = defined
        shares = zip(grid.axes, groups).map { axis, groups in
            Share(
                name: axis.name, fraction: varies ? groups.squares / total : nil,
                fractionByChance: defined > 1
                    ? min(1, Double(groups.count - 1) / Double(defined - 1)) : 0)
        }
    }

    /// Sums over groups of neighbouring values.
    private struct Groups {
        private let values: Int
        private var sums: [Double]
        private var counts: [Int]

        init(of values: Int, atMost most: Int) {
            self.values = values
            sums = Array(repeating: 0, count: min(values, most))
            counts = Array(repeating: 0, count: sums.count)
        }

        mutating func add(_ deviation: Double, at place: Int) {
            let product = place.multipliedFullWidth(by: sums.count)
            let group = values.dividingFullWidth(product).quotient
            sums[group] += deviation
            counts[group] += 1
        }

        /// How many groups have a cell.
        var count: Int { counts.count { $0 > 0 } }

        /// The squares of the groups' means, each as often as it has cells.
        var squares: Double {
            zip(sums, counts).reduce(0) { $1.1 > 0 ? $0 + $1.0 * $1.0 / Double($1.1) : $0 }
        }
    }
}
