/// Ehlers' averages that follow the phase of the dominant cycle: MAMA, and FAMA behind it.
///
/// - Definition: from bar 12 on, all state 0 before: s = (4xₜ + 3xₜ₋₁ + 2xₜ₋₂ + xₜ₋₃) / 10;
///   H(y) = (0.0962 (yₜ − yₜ₋₆) + 0.5769 (yₜ₋₂ − yₜ₋₄)) (0.075 p' + 0.54), p' the period before;
///   d = H(s), Q₁ = H(d), I₁ = dₜ₋₃, jI = H(I₁), jQ = H(Q₁);
///   I₂ = 0.2 (I₁ − jQ) + 0.8 I₂', Q₂ = 0.2 (Q₁ + jI) + 0.8 Q₂';
///   Re = 0.2 (I₂ I₂' + Q₂ Q₂') + 0.8 Re', Im = 0.2 (I₂ Q₂' − Q₂ I₂') + 0.8 Im';
///   p = 360° / atan(Im / Re), p' if Im or Re is 0, held within 0.67 p'…1.5 p' and 6…50, then
///   0.2 p + 0.8 p'; φ = atan(Q₁ / I₁), 0 if I₁ = 0; α = max(fast / max(φ' − φ, 1°), slow);
///   MAMA = α x + (1 − α) MAMA', FAMA = ½α MAMA + (1 − ½α) FAMA'.
/// - Shape: `[bar] → mama, fama`; the first 32 values are unknown. Units: those of the input.
/// - Lookback: 32. Kind: cumulative: the measured period remembers all. Magnitude: 64 times the
///   largest |x| so far, for the measured period is fed back. On flat or exactly
///   repeating prices only rounding decides the phase.
/// - Missing: an unknown input gives an unknown output and leaves the state unchanged. A magnitude
///   of 2⁴⁸⁰ or more is unknown: the squares would overflow.
/// - Complexity: O(1) per bar and lane.
/// - Source: Ehlers, Rocket Science for Traders, 2001. Matches TA-Lib `MAMA`.
struct MesaAdaptiveAverage: Kernel {
    static let name = "mesa-adaptive-average"
    static let source = "Ehlers, Rocket Science for Traders, 2001"
    static let outputNames = ["mama", "fama"]
    let fastLimit: Double
    let slowLimit: Double

    var lookback: Int { 32 }
    var unit: KernelUnit { .input }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State(of: self) }
    func laned() -> State<Lanes> { State(of: self) }

    struct State<Value: Lane>: Recurrence {
        private var memory = Memory<Value>()
        private let (fast, slow): (Value, Value)

        init(of kernel: MesaAdaptiveAverage) {
            (fast, slow) = (
                Value(repeating: kernel.fastLimit), Value(repeating: kernel.slowLimit)
            )
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> TwoOutputs<Value> {
            let isUsable = Value(repeating: 0x1p480) .> input.first.magnitude
            var next = memory
            next.add(input.first, fast, slow)
            memory.take(next, where: isUsable)
            let count = memory.count.kept(where: isUsable, else: .unknown)
            let isReady = count .> Value(repeating: 32)
            return TwoOutputs(
                memory.mama.kept(where: isReady, else: .unknown),
                memory.fama.kept(where: isReady, else: .unknown))
        }
    }

    /// The last seven values of one line, the newest first.
    private struct Line<Value: Lane>: BitwiseCopyable {
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

    private struct Memory<Value: Lane>: BitwiseCopyable {
        private(set) var count = Value.zero
        private(set) var (mama, fama) = (Value.zero, Value.zero)
        private var (prices, smooth, detrender) = (Line<Value>(), Line<Value>(), Line<Value>())
        private var (inPhase, quadrature) = (Line<Value>(), Line<Value>())
        private var (i2, q2, re, im) = (Value.zero, Value.zero, Value.zero, Value.zero)
        private var (period, phase) = (Value.zero, Value.zero)

        /// Takes one price in every lane; `take` then keeps it where it is usable.
        @inline(__always)
        mutating func add(_ price: Value, _ fast: Value, _ slow: Value) {
            count = count + Value(repeating: 1)
            prices.push(price)
            guard (count .> Value(repeating: 12)).isAny else { return }
            let hasBegun = count .> Value(repeating: 12)
            let adjustment = Value(repeating: 0.075) * period + Value(repeating: 0.54)
            smooth.push(weightedPrice.kept(where: hasBegun, else: .zero))
            detrender.push(smooth.transformed(adjustment).kept(where: hasBegun, else: .zero))
            quadrature.push(detrender.transformed(adjustment).kept(where: hasBegun, else: .zero))
            inPhase.push(detrender.values[3])
            measurePeriod(adjustment, hasBegun)
            follow(price, fast, slow, hasBegun)
        }

        @inline(__always)
        private var weightedPrice: Value {
            let (a, b, c, d) = (
                prices.values[0], prices.values[1], prices.values[2], prices.values[3]
            )
            let sum =
                Value(repeating: 4) * a + Value(repeating: 3) * b + Value(repeating: 2) * c + d
            return sum / Value(repeating: 10)
        }

        @inline(__always)
        private mutating func measurePeriod(_ adjustment: Value, _ hasBegun: Value.Mask) {
            let (new, old) = (Value(repeating: 0.2), Value(repeating: 0.8))
            let i = new * (inPhase.values[0] - quadrature.transformed(adjustment)) + old * i2
            let q = new * (quadrature.values[0] + inPhase.transformed(adjustment)) + old * q2
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
        }

        @inline(__always)
        private mutating func follow(
            _ price: Value, _ fast: Value, _ slow: Value, _ hasBegun: Value.Mask
        ) {
            let (one, half) = (Value(repeating: 1), Value(repeating: 0.5))
            let tangent = quadrature.values[0] / inPhase.values[0]
            let angle = Value.zero.kept(
                where: inPhase.values[0] .== .zero,
                else: tangent.arcTangent * Value(repeating: 180 / .pi))
            let alpha = (fast / (phase - angle).larger(one)).larger(slow)
            let leading = alpha * price + (one - alpha) * mama
            let trailing = half * alpha * leading + (one - half * alpha) * fama
            phase = angle.kept(where: hasBegun, else: .zero)
            mama = leading.kept(where: hasBegun, else: .zero)
            fama = trailing.kept(where: hasBegun, else: .zero)
        }

        @inline(__always)
        mutating func take(_ next: Self, where mask: Value.Mask) {
            prices.take(next.prices, where: mask)
            smooth.take(next.smooth, where: mask)
            detrender.take(next.detrender, where: mask)
            inPhase.take(next.inPhase, where: mask)
            quadrature.take(next.quadrature, where: mask)
            (count, mama) = (
                next.count.kept(where: mask, else: count), next.mama.kept(where: mask, else: mama)
            )
            (fama, i2) = (
                next.fama.kept(where: mask, else: fama), next.i2.kept(where: mask, else: i2)
            )
            (q2, re) = (next.q2.kept(where: mask, else: q2), next.re.kept(where: mask, else: re))
            (im, period) = (
                next.im.kept(where: mask, else: im), next.period.kept(where: mask, else: period)
            )
            phase = next.phase.kept(where: mask, else: phase)
        }
    }
}

extension CompiledKernel {
    /// Ehlers' MAMA and FAMA.
    public static func mesaAdaptiveAverage(fastLimit: Double, slowLimit: Double) -> Self {
        Self(MesaAdaptiveAverage(fastLimit: fastLimit, slowLimit: slowLimit))
    }
}
