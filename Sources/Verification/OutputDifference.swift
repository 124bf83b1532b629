/// How far one output lies from what it should be.
public struct OutputDifference: Sendable {
    /// The name of the output.
    public let output: String
    /// The largest |difference|.
    public private(set) var absolute = 0.0
    /// The largest |difference| over |expected|, where that is not 0.
    public private(set) var relative = 0.0
    /// The largest |difference| in units in the last place of the expected value.
    public private(set) var units = 0.0
    /// The first bar beyond the tolerance, with both values.
    public private(set) var first: (bar: Int, value: Double, expected: Double)?
    /// The bars that were compared and of which at least one side is known.
    public private(set) var compared = 0

    /// An empty comparison.
    public init(output: String) { self.output = output }

    /// Compares one bar.
    ///
    /// - Parameters:
    ///   - value: what was computed; NaN is unknown.
    ///   - expected: what it should be; NaN is unknown.
    ///   - bar: the number of the bar.
    ///   - tolerance: the |difference| that is allowed.
    public mutating func add(
        _ value: Double, expected: Double, at bar: Int, tolerance: Double
    ) {
        guard !value.isNaN || !expected.isNaN else { return }
        compared += 1
        let difference = (value - expected).magnitude
        if difference.isFinite {
            absolute = max(absolute, difference)
            if expected != 0 { relative = max(relative, difference / expected.magnitude) }
            units = max(units, difference / expected.ulp)
        }
        if !(difference <= tolerance), first == nil { first = (bar, value, expected) }
    }
}
