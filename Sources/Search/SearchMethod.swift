import MarketData

/// Which cells of a space a search visits, and in which order.
///
/// Each is deterministic: space, seed and count give the same cells on any machine. No cell is
/// visited twice.
public enum SearchMethod: String, CaseIterable, Hashable, Sendable {
    /// Every cell, in the order of the grid.
    case grid
    /// Cells at random without repetition.
    case random
    /// Each axis covered evenly: see McKay, Beckman, Conover, 1979.
    case latinHypercube = "latin-hypercube"
    /// All axes together covered evenly: see Joe, Kuo, 2008.
    case sobol
    /// Cells where earlier results were good: `TreeParzenSearch`.
    case treeParzen = "tpe"

    /// A method from its name.
    ///
    /// - Parameter name: `grid`, `random`, `latin-hypercube`, `sobol` or `tpe`.
    /// - Throws: an error with the nearest name.
    public init(named name: String) throws(SearchError) {
        guard let method = Self(rawValue: name) else {
            let names = Self.allCases.map(\.rawValue)
            throw .badMethod(
                name,
                problem: "there is no such method\(SearchError.hint(nearest(name, in: names))); "
                    + "there are \(names.joined(separator: ", "))")
        }
        self = method
    }

    /// The cells that the method visits, where they do not depend on results.
    ///
    /// - Parameters:
    ///   - cells: how many are wanted; nil for all. A draw has fewer where the space does.
    ///   - space: where they lie.
    ///   - seed: which of many samples; a grid has only one.
    /// - Returns: the cells, one after another.
    /// - Throws: an error where no cell meets the constraint, where the method needs a count and
    ///   has none, or cannot have so many axes.
    /// - Precondition: the method is not `treeParzen`, whose cells depend on results.
    public func draw(
        _ cells: Int? = nil, from space: SearchSpace, seed: UInt64 = 1
    ) throws(SearchError) -> CellDraw {
        precondition(self != .treeParzen, "the cells of a TreeParzenSearch depend on results")
        if let cells, cells < 1 {
            throw .badMethod(rawValue, problem: "it visits at least one cell, not \(cells)")
        }
        let needsCount = self == .latinHypercube || self == .sobol
        if needsCount, cells == nil {
            throw .badMethod(
                rawValue, problem: "it has to know how many cells to visit; say how many")
        }
        let axes = space.grid.axes.count
        if self == .sobol, axes > SobolSequence.dimensions {
            throw .badMethod(
                rawValue,
                problem: "it takes at most \(SobolSequence.dimensions) parameters, not \(axes); "
                    + "fix some, or take latin-hypercube or random")
        }
        return try CellDraw(self, cells ?? .max, space, seed: seed)
    }
}
