/// A scale on which equal differences are equally far apart.
public struct LinearScale: Scale, Hashable {
    /// The value at `start`.
    public let lower: Double
    /// The value at `end`.
    public let upper: Double
    /// The position of the lower value.
    public let start: Double
    /// The position of the upper value; smaller than `start` on an axis that points up.
    public let end: Double

    /// A scale from two values and their positions.
    ///
    /// - Precondition: finite values with `lower < upper`.
    public init(lower: Double, upper: Double, start: Double, end: Double) {
        precondition(
            lower.isFinite && upper.isFinite && lower < upper,
            "the values must be finite and ascend, were \(lower) and \(upper)")
        (self.lower, self.upper, self.start, self.end) = (lower, upper, start, end)
    }

    /// The position of a value, in the drawing's units.
    public func position(of value: Double) -> Double {
        start + (value - lower) / (upper - lower) * (end - start)
    }

    /// Multiples of 1, 2 or 5 times a power of ten, at least three where they are to be had.
    public func ticks(atMost count: Int) -> NiceTicks {
        NiceTicks(from: lower, to: upper, atMost: count, atLeast: 3)
    }
}
