/// A parameter of a definition: its name, what holds when it is not given, and its range.
public struct DefinitionParameter: Sendable {
    /// The name, as in a kernel's identity.
    public let name: String
    /// The value that holds when none is given; NaN where it follows from the others.
    public let standard: Double
    /// The values that are accepted.
    public let range: ClosedRange<Double>
    /// True for counts: only whole numbers are accepted.
    public let isWhole: Bool

    /// A value of it in words: counts without a point.
    public func text(of value: Double) -> String {
        Self.text(of: value, isWhole: isWhole)
    }

    static func text(of value: Double, isWhole: Bool) -> String {
        isWhole ? Int(exactly: value).map { "\($0)" } ?? "\(value)" : "\(value)"
    }

    static func count(
        _ name: String, _ standard: Double, _ range: ClosedRange<Double> = 1...1_000_000
    ) -> Self {
        Self(name: name, standard: standard, range: range, isWhole: true)
    }

    static func period(_ standard: Double, least: Double = 1) -> Self {
        count("period", standard, least...1_000_000)
    }

    static func real(
        _ name: String, _ standard: Double, _ range: ClosedRange<Double> = -1e300...1e300
    ) -> Self {
        Self(name: name, standard: standard, range: range, isWhole: false)
    }

    /// A number of an average's kind, see `ExactSeries.average`.
    static func kind(_ name: String = "kind", _ standard: Double = 0) -> Self {
        count(name, standard, 0...13)
    }
}
