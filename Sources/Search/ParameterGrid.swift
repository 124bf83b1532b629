/// Every combination of the values of several axes: the cells, numbered from 0.
///
/// The last axis turns fastest, as the innermost of nested loops. A cell is its number: nothing
/// is kept of it, and its values are computed from it.
public struct ParameterGrid: Hashable, Sendable {
    /// The axes, the slowest first.
    public let axes: [ParameterAxis]
    /// How many cells there are.
    public let count: Int

    /// How a cell's number becomes a value; plain numbers, so that nothing is counted by
    /// reference on the way.
    private struct Digit: Hashable, Sendable {
        let count: Int
        let stride: Int
        let first: Int
        let step: Int
        let divisor: Double
        /// Where the values of a list begin in `listed`; negative for a range.
        let listStart: Int
    }

    private let digits: [Digit]
    private let listed: [Double]

    /// A grid.
    ///
    /// - Parameter axes: at least one, the slowest first, each name once.
    /// - Throws: when there is no axis, a name stands twice, or the cells cannot be numbered.
    public init(_ axes: [ParameterAxis]) throws(SearchError) {
        guard !axes.isEmpty else { throw .noAxes }
        var names: Set<String> = []
        for axis in axes where !names.insert(axis.name).inserted { throw .doubledAxis(axis.name) }
        var (digits, listed, stride): ([Digit], [Double], Int) = ([], [], 1)
        for axis in axes.reversed() {
            let isList = !axis.listed.isEmpty
            digits.append(
                Digit(
                    count: axis.count, stride: stride, first: axis.first, step: axis.step,
                    divisor: axis.divisor, listStart: isList ? listed.count : -1))
            if isList { listed += (0..<axis.count).map(axis.value) }
            let (product, isTooLarge) = stride.multipliedReportingOverflow(by: axis.count)
            guard !isTooLarge else {
                throw .uncountable(cells: axes.reduce(1) { $0 * Double($1.count) })
            }
            stride = product
        }
        (self.axes, count, self.listed) = (axes, stride, listed)
        self.digits = digits.reversed()
    }

    /// The values of a cell. Nothing is allocated.
    ///
    /// - Parameters:
    ///   - cell: its number.
    ///   - values: receives a value for each axis; at least as long as there are axes.
    public func values(of cell: Int, into values: inout MutableSpan<Double>) {
        demand(cell)
        precondition(values.count >= digits.count, "\(values.count) places are too few")
        var rest = UInt(cell)
        for axis in stride(from: digits.count - 1, through: 0, by: -1) {
            let digit = digits[axis]
            let index = Self.turn(&rest, UInt(digit.count))
            values[axis] =
                digit.listStart < 0
                ? Double(digit.first + index * digit.step) / digit.divisor
                : listed[digit.listStart + index]
        }
    }

    /// The places of a cell's values on their axes. Nothing is allocated.
    ///
    /// - Parameters:
    ///   - cell: its number.
    ///   - places: receives a place for each axis; at least as long as there are axes.
    public func places(of cell: Int, into places: inout MutableSpan<Int>) {
        demand(cell)
        precondition(places.count >= digits.count, "\(places.count) places are too few")
        var rest = UInt(cell)
        for axis in stride(from: digits.count - 1, through: 0, by: -1) {
            places[axis] = Self.turn(&rest, UInt(digits[axis].count))
        }
    }

    /// The place of a cell's value on one axis.
    public func place(of cell: Int, on axis: Int) -> Int {
        demand(cell)
        return cell / digits[axis].stride % digits[axis].count
    }

    /// The cell of places on the axes.
    public func cell(at places: Span<Int>) -> Int {
        var cell = 0
        for axis in digits.indices {
            let (place, count) = (places[axis], digits[axis].count)
            precondition((0..<count).contains(place), "axis \(axis) has \(count), not \(place)")
            cell = cell * count + place
        }
        return cell
    }

    /// The cell of values.
    ///
    /// - Parameter values: a value for each axis, as `values(of:into:)` writes them.
    /// - Returns: the cell; nil where an axis does not have its value.
    public func cell(of values: Span<Double>) -> Int? {
        precondition(values.count == axes.count, "\(axes.count) values, not \(values.count)")
        var cell = 0
        for axis in axes.indices {
            guard let index = axes[axis].index(of: values[axis]) else { return nil }
            cell = cell * axes[axis].count + index
        }
        return cell
    }

    /// The cell beside another, along one axis.
    ///
    /// - Parameters:
    ///   - cell: where to start.
    ///   - axis: the axis to move along.
    ///   - steps: how far, in values; negative is back.
    /// - Returns: the cell there; nil where the axis ends before.
    public func cell(beside cell: Int, on axis: Int, by steps: Int) -> Int? {
        let place = place(of: cell, on: axis) + steps
        guard (0..<digits[axis].count).contains(place) else { return nil }
        return cell + steps * digits[axis].stride
    }

    /// A cell as names and texts, as a strategy is set with them.
    public func settings(of cell: Int) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: axes.indices.map {
                (axes[$0].name, axes[$0].text(at: place(of: cell, on: $0)))
            })
    }

    private func demand(_ cell: Int) {
        precondition((0..<count).contains(cell), "the grid has \(count) cells, not \(cell)")
    }

    /// Splits the last digit off; a division of 32 bits takes a third of the time of one of 64.
    @inline(__always)
    private static func turn(_ rest: inout UInt, _ count: UInt) -> Int {
        if rest | count <= UInt(UInt32.max) {
            let parts = UInt32(truncatingIfNeeded: rest)
                .quotientAndRemainder(dividingBy: UInt32(truncatingIfNeeded: count))
            rest = UInt(parts.quotient)
            return Int(parts.remainder)
        }
        let parts = rest.quotientAndRemainder(dividingBy: count)
        rest = parts.quotient
        return Int(parts.remainder)
    }
}
