/// The sum of the last n bars.
///
/// - Definition: Σ x over the window, added from the newest value back and never subtracted from,
///   in the order that `AnchoredRing` states and with what rounding loses (`ExactSum`): the sum
///   correctly rounded but for its last bit, whatever left the window.
/// - Shape: `[bar] → [bar]`; the first `period − 1` values are unknown. Units: those of the input.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: the largest |x|
///   times n.
/// - Missing: a window that holds an unknown value is unknown, and heals when it has left.
/// - Complexity: O(1 + n / 256) amortised per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Tangwongsan et al., General Incremental Sliding-Window Aggregation, VLDB 8 (7), 2015.
///   Matches TA-Lib `SUM`.
struct RollingSum: Kernel {
    static let name = "rolling-sum"
    static let source = "Tangwongsan et al., VLDB 8 (7), 2015"
    let period: Int

    var lookback: Int { period - 1 }
    var unit: KernelUnit { .input }
    var kind: KernelKind { .windowed }
    var windowLength: Int { 3 * period }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    /// The window holds n inputs, then n tail sums, then n of what their rounding lost.
    struct State<Value: Lane>: Stepping {
        private var ring: AnchoredRing<Value>
        private var recent = ExactSum<Value>()

        init(period: Int) { ring = AnchoredRing(period: period) }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            if ring.isDue(input.anchors) { rebuild(input.anchors, &window) }
            window[ring.slot] = input.first
            recent = recent.adding(input.first)
            let tail = ring.period + ring.advance()
            let whole = recent.adding(window[tail])
            return whole.rounded + (whole.lost + window[tail + ring.period])
        }

        @inline(__always)
        private mutating func rebuild(_ anchors: UInt8, _ window: inout MutableSpan<Value>) {
            let lanes = ring.rebuild(anchors)
            var (slot, sum) = (ring.slot, ExactSum<Value>())
            note(sum, at: slot, in: &window, where: lanes)
            for _ in 1..<max(ring.period, 1) {
                slot = ring.before(slot)
                sum = sum.adding(window[slot])
                note(sum, at: slot, in: &window, where: lanes)
            }
            recent = ExactSum().kept(where: lanes, else: recent)
        }

        @inline(__always)
        private func note(
            _ sum: ExactSum<Value>, at slot: Int, in window: inout MutableSpan<Value>,
            where lanes: Value.Mask
        ) {
            let (tail, lost) = (ring.period + slot, 2 * ring.period + slot)
            window[tail] = sum.rounded.kept(where: lanes, else: window[tail])
            window[lost] = sum.lost.kept(where: lanes, else: window[lost])
        }
    }
}

extension CompiledKernel {
    /// The sum of the last `period` bars.
    public static func rollingSum(period: Int) -> Self { Self(RollingSum(period: period)) }
}
