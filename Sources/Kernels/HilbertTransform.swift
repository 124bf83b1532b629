/// The period of the dominant cycle, and both components of the Hilbert transform.
///
/// - Definition: `HilbertCycle` from bar 12 on: its smooth period, I₁ and Q₁.
/// - Shape: `[bar] → period, inPhase, quadrature`; the first 32 values are unknown. Units: bars;
///   those of the input.
/// - Lookback: 32. Kind: cumulative: the measured period remembers all. Magnitude: the largest
///   intermediate. One price alone gives components of 0, and the period that the first bars
///   measured until its squares underflow; on prices that repeat exactly only rounding decides.
/// - Missing: an unknown input gives an unknown output and leaves the state unchanged. A magnitude
///   of 2⁴⁸⁰ or more is unknown: the squares would overflow.
/// - Complexity: O(1) per bar and lane.
/// - Source: Ehlers, Rocket Science for Traders, 2001. Matches TA-Lib `HT_DCPERIOD` and
///   `HT_PHASOR`.
struct HilbertTransform: Kernel {
    static let name = "hilbert-transform"
    static let source = "Ehlers, Rocket Science for Traders, 2001"
    static let outputNames = ["period", "inPhase", "quadrature"]

    var lookback: Int { 32 }
    var unit: KernelUnit { .bars }
    func unit(ofOutput index: Int) -> KernelUnit { index == 0 ? .bars : .distance }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State() }
    func laned() -> State<Lanes> { State() }

    struct State<Value: Lane>: Recurrence {
        private var cycle = HilbertCycle<Value>(start: 12)

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> ThreeOutputs<Value> {
            let isUsable = Value(repeating: 0x1p480) .> input.first.magnitude
            var next = cycle
            next.add(input.first)
            cycle.take(next, where: isUsable)
            let count = cycle.count.kept(where: isUsable, else: .unknown)
            let isReady = count .> Value(repeating: 32)
            return ThreeOutputs(
                cycle.smoothPeriod.kept(where: isReady, else: .unknown),
                cycle.inPhase.kept(where: isReady, else: .unknown),
                cycle.quadrature.kept(where: isReady, else: .unknown))
        }
    }
}

extension CompiledKernel {
    /// The period of the dominant cycle, and the components of the Hilbert transform.
    public static let hilbertTransform = Self(HilbertTransform())
}
