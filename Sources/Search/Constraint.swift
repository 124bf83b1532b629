/// What must hold between the values of a cell, such as `fast + 10 <= slow && kind != ema`.
///
/// Numbers are compared exactly: each side is computed in whole multiples of its last decimal,
/// so that `share + 0.1 <= 0.3` holds for a share of 0.2, where a sum of `Double` says
/// otherwise. There is no division, because its results are no decimals.
public struct Constraint: Hashable, Sendable {
    /// The text, as it was written; several are joined by `&&`.
    public let text: String
    private let program: ConstraintProgram

    /// A constraint between the parameters of a grid.
    ///
    /// - Parameters:
    ///   - text: comparisons (`<`, `<=`, `>`, `>=`, `==`, `!=`) of numbers and parameters with
    ///     `+`, `-`, `*`, joined by `&&`, `||`, `!` and brackets. A Boolean parameter is a
    ///     condition of its own; one of words is compared with a word.
    ///   - axes: the axes of the grid, in its order.
    /// - Throws: an error that names the column and says what to write instead.
    public init(_ text: String, axes: [ParameterAxis]) throws(SearchError) {
        var parser = ConstraintParser(text)
        let term = try parser.condition()
        let compiler = ConstraintCompiler(text: text, axes: axes)
        (self.text, program) = (text, try compiler.program(of: term))
    }

    /// A constraint that holds where all of several hold; nil for none.
    public init?(all texts: [String], axes: [ParameterAxis]) throws(SearchError) {
        guard let first = texts.first else { return nil }
        var joined = try Constraint(first, axes: axes).program
        for text in texts.dropFirst() {
            joined = joined.and(try Constraint(text, axes: axes).program)
        }
        text =
            texts.count == 1
            ? first : texts.map { "(\($0))" }.joined(separator: " && ")
        program = joined
    }

    /// Whether the values of a cell meet it. Nothing is allocated.
    ///
    /// - Parameter values: a value for each axis, as `ParameterGrid` writes them.
    /// - Returns: true where they do.
    public func isMet(by values: Span<Double>) -> Bool { program.isTrue(for: values) }
}
