/// Round values for an axis: multiples of 1, 2 or 5 times a power of ten.
public struct NiceTicks: Sendable, Hashable {
    /// The distance between two values, > 0.
    public let step: Double
    /// The values, ascending, all within the bounds.
    public let values: [Double]

    /// The round values between two bounds, as many as fit but at most `count`.
    ///
    /// Where that would be fewer than `least`, the next finer step is taken, though it gives more
    /// than `count`: one label says nothing of the scale.
    ///
    /// - Precondition: finite bounds with `lower < upper`, `count ≥ 2`.
    public init(
        from lower: Double, to upper: Double, atMost count: Int, atLeast least: Int = 1
    ) {
        precondition(lower.isFinite && upper.isFinite, "the bounds must be finite")
        precondition(lower < upper, "the lower bound must be < \(upper), was \(lower)")
        precondition(count >= 2, "the count must be ≥ 2, was \(count)")
        var power = Self.power(below: (upper - lower) / Double(count))
        // A power of ten below, so that there is always a finer step to fall back on.
        if power > -300 { power -= 1 }
        var finer: NiceTicks?
        while true {
            for factor in [1.0, 2.0, 5.0] {
                let step = power >= 0 ? factor * Self.tens(power) : factor / Self.tens(-power)
                let first = (lower / step).rounded(.up)
                let indices = first...max(first, (upper / step).rounded(.down))
                // Far more than are asked for are not worth their array.
                guard indices.upperBound - indices.lowerBound < Double(8 * count) else { continue }
                let values = Self.multiples(of: factor, power: power, indices: indices)
                    .filter { $0 >= lower && $0 <= upper }
                let ticks = NiceTicks(step: step, values: values)
                guard values.count <= count else {
                    finer = ticks
                    continue
                }
                self = values.count < least ? finer ?? ticks : ticks
                return
            }
            power += 1
        }
    }

    /// Ticks that were chosen elsewhere.
    init(step: Double, values: [Double]) {
        (self.step, self.values) = (step, values)
    }

    /// The places after the dot that multiples of `step` need.
    public static func decimals(of step: Double) -> Int {
        guard step > 0, step.isFinite else { return 0 }
        var (places, scaled) = (0, step)
        while places < 10, abs(scaled - scaled.rounded()) > 1e-6 * scaled || scaled < 0.5 {
            places += 1
            scaled = step * tens(places)
        }
        return places
    }

    /// Multiples as `index × factor ÷ 10ᵏ`, so that 0.3 is the double nearest 0.3.
    private static func multiples(
        of factor: Double, power: Int, indices: ClosedRange<Double>
    ) -> [Double] {
        let scale = tens(abs(power))
        return (0...Int(indices.upperBound - indices.lowerBound)).map { offset in
            let index = indices.lowerBound + Double(offset)
            let value = power >= 0 ? index * factor * scale : index * factor / scale
            return value == 0 ? 0 : value
        }
    }

    private static func power(below size: Double) -> Int {
        var (power, value) = (0, 1.0)
        while value > size, power > -300 { (power, value) = (power - 1, value / 10) }
        while value * 10 <= size { (power, value) = (power + 1, value * 10) }
        return power
    }

    private static func tens(_ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent { result *= 10 }
        return result
    }
}
