/// Ehlers' Hilbert transform of a smoothed price, and the period of its dominant cycle.
///
/// - Definition: s = (4xₜ + 3xₜ₋₁ + 2xₜ₋₂ + xₜ₋₃) / 10;
///   H(y) = (0.0962 (yₜ − yₜ₋₆) + 0.5769 (yₜ₋₂ − yₜ₋₄)) (0.075 p' + 0.54), p' the period before;
///   d = H(s), Q₁ = H(d), I₁ = dₜ₋₃, jI = H(I₁), jQ = H(Q₁);
///   I₂ = 0.2 (I₁ − jQ) + 0.8 I₂', Q₂ = 0.2 (Q₁ + jI) + 0.8 Q₂';
///   Re = 0.2 (I₂ I₂' + Q₂ Q₂') + 0.8 Re', Im = 0.2 (I₂ Q₂' − Q₂ I₂') + 0.8 Im';
///   p = 360° / atan(Im / Re), p' if Im or Re is 0, held within 0.67 p'…1.5 p' and 6…50, then
///   0.2 p + 0.8 p'; the smooth period is 0.33 p + 0.67 of itself. All state is 0 before the bar
///   `start`.
/// - Source: Ehlers, Rocket Science for Traders, 2001.
struct HilbertCycle<Value: Lane>: BitwiseCopyable {
    /// The last seven values of one line, the newest first.
    private struct Line: BitwiseCopyable {
        private(set) var values = InlineArray<7, Value>(repeating: .zero)

        @inline(__always)
        mutating func push(_ value: Value) {
            for index in stride(from: 6, to: 0, by: -1) { values[index] = values[index - 1] }
            values[0] = value
        }

        /// The Hilbert transform at the newest value.
        @inline(__always)
        func transformed(_ adjustment: Value) -> Value {
            let outer = Value(repeating: 0.0962) * (values[0] - values[6])
            let inner = Value(repeating: 0.5769) * (values[2] - values[4])
            return (outer + inner) * adjustment
        }

        @inline(__always)
        mutating func take(_ other: Self, where mask: Value.Mask) {
            for index in 0..<7 {
                values[index] = other.values[index].kept(where: mask, else: values[index])
            }
        }
    }

    private let start: Value
    /// The prices that were taken in.
    private(set) var count = Value.zero
    /// The period of the dominant cycle, in bars, and the same once more smoothed.
    private(set) var (period, smoothPeriod) = (Value.zero, Value.zero)
    private var (prices, smooth, detrender) = (Line(), Line(), Line())
    private var (inPhaseLine, quadratureLine) = (Line(), Line())
    private var (i2, q2, re, im) = (Value.zero, Value.zero, Value.zero, Value.zero)

    /// A transform that begins at a bar.
    init(start: Int) { self.start = Value(repeating: Double(start)) }

    /// True in the lanes where the transform has begun.
    var hasBegun: Value.Mask { count .> start }
    /// The component in phase with the price.
    var inPhase: Value { inPhaseLine.values[0] }
    /// The component a quarter of a cycle ahead.
    var quadrature: Value { quadratureLine.values[0] }
    /// The smoothed price.
    var smoothPrice: Value { smooth.values[0] }
    /// The angle of both components in degrees, 0 where the first is 0.
    @inline(__always)
    var phase: Value {
        Value.zero.kept(
            where: inPhase .== .zero,
            else: (quadrature / inPhase).arcTangent * Value(repeating: 180 / .pi))
    }

    /// Takes one price in every lane; `take` then keeps it where it is usable.
    @inline(__always)
    mutating func add(_ price: Value) {
        count = count + Value(repeating: 1)
        prices.push(price)
        guard hasBegun.isAny else { return }
        let adjustment = Value(repeating: 0.075) * period + Value(repeating: 0.54)
        smooth.push(weightedPrice.kept(where: hasBegun, else: .zero))
        detrender.push(smooth.transformed(adjustment).kept(where: hasBegun, else: .zero))
        quadratureLine.push(
            detrender.transformed(adjustment).kept(where: hasBegun, else: .zero))
        inPhaseLine.push(detrender.values[3])
        measurePeriod(adjustment)
    }

    @inline(__always)
    private var weightedPrice: Value {
        let (a, b, c, d) = (
            prices.values[0], prices.values[1], prices.values[2], prices.values[3]
        )
        let sum = Value(repeating: 4) * a + Value(repeating: 3) * b + Value(repeating: 2) * c + d
        return sum / Value(repeating: 10)
    }

    @inline(__always)
    private mutating func measurePeriod(_ adjustment: Value) {
        let (new, old) = (Value(repeating: 0.2), Value(repeating: 0.8))
        let i = new * (inPhase - quadratureLine.transformed(adjustment)) + old * i2
        let q = new * (quadrature + inPhaseLine.transformed(adjustment)) + old * q2
        re = (new * (i * i2 + q * q2) + old * re).kept(where: hasBegun, else: .zero)
        im = (new * (i * q2 - q * i2) + old * im).kept(where: hasBegun, else: .zero)
        i2 = i.kept(where: hasBegun, else: .zero)
        q2 = q.kept(where: hasBegun, else: .zero)
        let angle = (im / re).arcTangent * Value(repeating: 180 / .pi)
        var length = period.kept(where: re .== .zero, else: Value(repeating: 360) / angle)
        length = period.kept(where: im .== .zero, else: length)
        length = length.lesser(Value(repeating: 1.5) * period)
        length = length.larger(Value(repeating: 0.67) * period)
        length = length.larger(Value(repeating: 6)).lesser(Value(repeating: 50))
        period = (new * length + old * period).kept(where: hasBegun, else: .zero)
        smoothPeriod = Value(repeating: 0.33) * period + Value(repeating: 0.67) * smoothPeriod
    }

    /// Takes the state after a price where that price is usable.
    @inline(__always)
    mutating func take(_ next: Self, where mask: Value.Mask) {
        prices.take(next.prices, where: mask)
        smooth.take(next.smooth, where: mask)
        detrender.take(next.detrender, where: mask)
        inPhaseLine.take(next.inPhaseLine, where: mask)
        quadratureLine.take(next.quadratureLine, where: mask)
        count = next.count.kept(where: mask, else: count)
        period = next.period.kept(where: mask, else: period)
        smoothPeriod = next.smoothPeriod.kept(where: mask, else: smoothPeriod)
        (i2, q2) = (next.i2.kept(where: mask, else: i2), next.q2.kept(where: mask, else: q2))
        (re, im) = (next.re.kept(where: mask, else: re), next.im.kept(where: mask, else: im))
    }
}
