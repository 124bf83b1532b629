/// The mean of the last n bars, each weighing as much as a second input says: by volume, usually.
///
/// - Definition: c + Σ (xᵢ − c) wᵢ / Σ wᵢ over the window, where c is a value *inside* the window:
///   a constant is met to the bit.
/// - Shape: `value, volume → [bar]`; the first `period − 1` values are unknown. Units: those of the
///   first input.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: the largest |x| of the window.
/// - Missing: a window that holds an unknown value or weight is unknown, and heals when it has
///   left; so is a window whose weights add up to 0.
/// - Complexity: O(1 + n / 256) amortised per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Kirkpatrick and Dahlquist, Technical Analysis, 3rd ed., ch. 18.
struct WeightedMean: Kernel {
    static let name = "weighted-mean"
    static let source = "Kirkpatrick and Dahlquist, Technical Analysis, 3rd ed., ch. 18"
    static let inputNames = ["value", "volume"]
    let period: Int

    var lookback: Int { period - 1 }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .window }
    var kind: KernelKind { .windowed }
    var windowLength: Int { 4 * period }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    /// The window holds n values, n weights, n tail sums of (x − c) w and n of w.
    struct State<Value: Lane>: Stepping {
        private var ring: AnchoredRing<Value>
        private var (center, sum, weight) = (Value.unknown, Value.zero, Value.zero)

        init(period: Int) { ring = AnchoredRing(period: period) }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            if ring.isDue(input.anchors) { rebuild(input, &window) }
            window[ring.slot] = input.first
            window[ring.period + ring.slot] = input.second
            sum = sum + (input.first - center) * input.second
            weight = weight + input.second
            let tail = 2 * ring.period + ring.advance()
            let (moment, total) = (window[tail] + sum, window[tail + ring.period] + weight)
            let mean = center + moment / total
            return Value.unknown.kept(where: total .== .zero, else: mean)
        }

        @inline(__always)
        private mutating func rebuild(
            _ input: Inputs<Value>, _ window: inout MutableSpan<Value>
        ) {
            let (lanes, period) = (ring.rebuild(input.anchors), ring.period)
            var (slot, first, second) = (ring.slot, Value.zero, Value.zero)
            center = ring.newest(input.first, window).kept(where: lanes, else: center)
            (window[2 * period + slot], window[3 * period + slot]) = (first, second)
            for _ in 1..<max(period, 1) {
                slot = ring.before(slot)
                let share = window[period + slot]
                (first, second) = (first + (window[slot] - center) * share, second + share)
                let (one, two) = (2 * period + slot, 3 * period + slot)
                window[one] = first.kept(where: lanes, else: window[one])
                window[two] = second.kept(where: lanes, else: window[two])
            }
            sum = Value.zero.kept(where: lanes, else: sum)
            weight = Value.zero.kept(where: lanes, else: weight)
        }
    }
}

extension CompiledKernel {
    /// The mean of the last `period` bars of the first input, weighed by the second.
    public static func weightedMean(period: Int) -> Self { Self(WeightedMean(period: period)) }
}
