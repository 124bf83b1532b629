/// Ehlers' averages that follow the phase of the dominant cycle: MAMA, and FAMA behind it.
///
/// - Definition: from bar 12 on, all state 0 before: s = (4xₜ + 3xₜ₋₁ + 2xₜ₋₂ + xₜ₋₃) / 10;
///   H(y) = (0.0962 (yₜ − yₜ₋₆) + 0.5769 (yₜ₋₂ − yₜ₋₄)) (0.075 p' + 0.54), p' the period before;
///   d = H(s), Q₁ = H(d), I₁ = dₜ₋₃, jI = H(I₁), jQ = H(Q₁);
///   I₂ = 0.2 (I₁ − jQ) + 0.8 I₂', Q₂ = 0.2 (Q₁ + jI) + 0.8 Q₂';
///   Re = 0.2 (I₂ I₂' + Q₂ Q₂') + 0.8 Re', Im = 0.2 (I₂ Q₂' − Q₂ I₂') + 0.8 Im';
///   p = 360° / atan(Im / Re), p' if Im or Re is 0, held within 0.67 p'…1.5 p' and 6…50, then
///   0.2 p + 0.8 p'; φ = atan(Q₁ / I₁), 0 if I₁ = 0; α = fast where φ' − φ is at most 1°,
///   else max(fast / (φ' − φ), slow);
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
        private var cycle = HilbertCycle<Value>(start: 12)
        private var (mama, fama, phase) = (Value.zero, Value.zero, Value.zero)
        private let (fast, slow): (Value, Value)

        init(of kernel: MesaAdaptiveAverage) {
            (fast, slow) = (
                Value(repeating: kernel.fastLimit), Value(repeating: kernel.slowLimit)
            )
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> TwoOutputs<Value> {
            let isUsable = Value(repeating: 0x1p480) .> input.first.magnitude
            var next = cycle
            next.add(input.first)
            cycle.take(next, where: isUsable)
            let begun = cycle.count.kept(where: isUsable, else: .unknown)
            follow(input.first, where: begun .> Value(repeating: 12))
            let isReady = begun .> Value(repeating: 32)
            return TwoOutputs(
                mama.kept(where: isReady, else: .unknown),
                fama.kept(where: isReady, else: .unknown))
        }

        @inline(__always)
        private mutating func follow(_ price: Value, where isMoving: Value.Mask) {
            let (one, half) = (Value(repeating: 1), Value(repeating: 0.5))
            let angle = cycle.phase
            let change = phase - angle
            let alpha = (fast / change).larger(slow).kept(where: change .> one, else: fast)
            let leading = alpha * price + (one - alpha) * mama
            let trailing = half * alpha * leading + (one - half * alpha) * fama
            phase = angle.kept(where: isMoving, else: phase)
            mama = leading.kept(where: isMoving, else: mama)
            fama = trailing.kept(where: isMoving, else: fama)
        }
    }
}

extension CompiledKernel {
    /// Ehlers' MAMA and FAMA.
    public static func mesaAdaptiveAverage(fastLimit: Double, slowLimit: Double) -> Self {
        Self(MesaAdaptiveAverage(fastLimit: fastLimit, slowLimit: slowLimit))
    }
}
