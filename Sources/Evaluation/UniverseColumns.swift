import Kernels
import MarketData

/// What the cross-sections of a program say of each member of a universe, at each of its rows.
struct UniverseColumns: Sendable {
    /// `[node][member][row]`.
    private var columns: [Int: [[Double]]] = [:]
    private let universe: Universe
    private var scratch: [Double] = []

    /// Nothing yet.
    init(_ universe: Universe) { self.universe = universe }

    /// What each cross-section says of a member: `[node][row]`.
    func seen(by member: Int) -> [Int: [Double]] { columns.mapValues { $0[member] } }

    /// Compares the members by a node's input.
    ///
    /// - Parameters:
    ///   - crossing: the node.
    ///   - values: that of its input, `[member][row]`.
    mutating func compare(_ crossing: Program.Crossing, _ values: [[Double]]) {
        let results = universe.comparisons.map { comparison in
            var row = comparison.rows.indices.map { member in
                comparison.rows[member] < 0 ? .nan : values[member][comparison.rows[member]]
            }
            var span = row.mutableSpan
            crossing.section.apply(to: &span, scratch: &scratch)
            return row
        }
        columns[crossing.node] = universe.seen(results)
    }
}
