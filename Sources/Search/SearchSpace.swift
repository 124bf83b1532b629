/// The cells that a search may visit: those of a grid that meet its constraint.
public struct SearchSpace: Hashable, Sendable {
    /// All cells.
    public let grid: ParameterGrid
    /// What must hold between the values of a cell, where there is such a thing.
    public let constraint: Constraint?

    /// A space.
    ///
    /// - Parameters:
    ///   - grid: all cells.
    ///   - constraint: what must hold, made for the grid's axes.
    public init(_ grid: ParameterGrid, constraint: Constraint? = nil) {
        (self.grid, self.constraint) = (grid, constraint)
    }

    /// The values of a cell, and whether it belongs to the space. Nothing is allocated.
    ///
    /// - Parameters:
    ///   - cell: its number.
    ///   - values: receives a value for each axis.
    /// - Returns: true where the values meet the constraint.
    public func permits(_ cell: Int, writing values: inout MutableSpan<Double>) -> Bool {
        grid.values(of: cell, into: &values)
        return constraint?.isMet(by: values.span) ?? true
    }

    /// Whether a cell belongs to the space, by way of a buffer with a place for each axis.
    func permits(_ cell: Int, using values: inout [Double]) -> Bool {
        guard constraint != nil else { return true }
        var span = values.mutableSpan
        return permits(cell, writing: &span)
    }

    /// How many cells of a range belong to the space; several ranges can be counted at once.
    public func count(in cells: Range<Int>) -> Int {
        guard constraint != nil else { return cells.count }
        var values = [Double](repeating: 0, count: grid.axes.count)
        var count = 0
        for cell in cells where permits(cell, using: &values) { count += 1 }
        return count
    }
}
