/// A sum that keeps what rounding takes from it: within an ulp of the exact sum for any length that
/// a series may have.
///
/// Source: Knuth, The Art of Computer Programming 2, 3rd ed., 4.2.2 (the error of a sum); Neumaier,
/// Zeitschrift für angewandte Mathematik und Mechanik 54, 1974.
struct ExactSum<Value: Lane>: BitwiseCopyable {
    /// The sum as rounded at each addition.
    private(set) var rounded: Value
    /// What the rounding took away, added up.
    private(set) var lost: Value

    @inline(__always)
    init(_ rounded: Value = .zero, lost: Value = .zero) {
        (self.rounded, self.lost) = (rounded, lost)
    }

    /// The sum.
    var value: Value { rounded + lost }

    /// The sum with one more term.
    @inline(__always)
    func adding(_ term: Value) -> Self {
        let sum = rounded + term
        let part = sum - rounded
        let error = (rounded - (sum - part)) + (term - part)
        return Self(sum, lost: lost + error)
    }

    /// This sum where the mask is true, another elsewhere.
    @inline(__always)
    func kept(where mask: Value.Mask, else other: Self) -> Self {
        Self(
            rounded.kept(where: mask, else: other.rounded),
            lost: lost.kept(where: mask, else: other.lost))
    }
}
