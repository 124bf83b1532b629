/// A sum that keeps what each addition rounds off.
///
/// Source: Neumaier, Zeitschrift für Angewandte Mathematik und Mechanik 54, 1974.
public struct CompensatedSum: Hashable, Sendable {
    @usableFromInline var sum = 0.0
    @usableFromInline var compensation = 0.0

    /// An empty sum.
    @inlinable
    public init() {}

    /// The sum, rounded once.
    @inlinable
    public var value: Double { sum + compensation }

    /// Adds one term.
    @inlinable
    public mutating func add(_ term: Double) {
        let next = sum + term
        compensation +=
            sum.magnitude >= term.magnitude ? (sum - next) + term : (term - next) + sum
        sum = next
    }
}
