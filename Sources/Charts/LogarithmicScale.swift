import Foundation

/// A scale on which equal ratios are equally far apart.
public struct LogarithmicScale: Scale, Hashable {
    /// The value at `start`, > 0.
    public let lower: Double
    /// The value at `end`.
    public let upper: Double
    /// The position of the lower value.
    public let start: Double
    /// The position of the upper value; smaller than `start` on an axis that points up.
    public let end: Double

    /// A scale from two values and their positions.
    ///
    /// - Precondition: finite values with `0 < lower < upper`.
    public init(lower: Double, upper: Double, start: Double, end: Double) {
        precondition(
            lower > 0 && upper.isFinite && lower < upper,
            "the values must be > 0 and ascend, were \(lower) and \(upper)")
        (self.lower, self.upper, self.start, self.end) = (lower, upper, start, end)
    }

    /// The position of a value, in the drawing's units; not a number for values ≤ 0.
    public func position(of value: Double) -> Double {
        guard value > 0 else { return .nan }
        return start + log(value / lower) / log(upper / lower) * (end - start)
    }

    /// 1, 2 and 5 times powers of ten; linear ticks where the range holds fewer than three.
    public func ticks(atMost count: Int) -> NiceTicks {
        for factors in [[1.0, 2.0, 5.0], [1.0, 3.0], [1.0]] {
            let values = decades.flatMap { decade in
                factors.map { $0 * decade }.filter { (lower...upper).contains($0) }
            }
            if (3...max(3, count)).contains(values.count) {
                return NiceTicks(step: values[0], values: values)
            }
        }
        return NiceTicks(from: lower, to: upper, atMost: count, atLeast: 3)
    }

    private var decades: [Double] {
        let (first, last) = (Int(log10(lower).rounded(.down)), Int(log10(upper).rounded(.up)))
        return (first...last).map { exponent in
            exponent >= 0 ? pow(10, Double(exponent)) : 1 / pow(10, Double(-exponent))
        }
    }
}
