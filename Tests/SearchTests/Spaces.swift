import Search

/// Grids and constraints from their texts.
enum Spaces {
    static func grid(_ texts: String...) throws -> ParameterGrid {
        try ParameterGrid(try texts.map { try ParameterAxis($0) })
    }

    static func space(_ texts: [String], where constraint: String? = nil) throws -> SearchSpace {
        let grid = try ParameterGrid(try texts.map { try ParameterAxis($0) })
        return SearchSpace(
            grid, constraint: try constraint.map { try Constraint($0, axes: grid.axes) })
    }

    static func values(_ cell: Int, _ grid: ParameterGrid) -> [Double] {
        var values = [Double](repeating: .nan, count: grid.axes.count)
        var span = values.mutableSpan
        grid.values(of: cell, into: &span)
        return values
    }

    static func cell(_ values: [Double], _ grid: ParameterGrid) -> Int? {
        grid.cell(of: values.span)
    }

    /// The cells of a space, found one by one.
    static func cells(_ space: SearchSpace) -> [Int] {
        (0..<space.grid.count).filter { cell in
            space.constraint?.isMet(by: values(cell, space.grid).span) ?? true
        }
    }
}
