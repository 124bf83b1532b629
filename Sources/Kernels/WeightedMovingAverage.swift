/// A linearly weighted moving average: the newest of n bars weighs n, the oldest 1.
///
/// - Definition: c − Σ i (c − xᵢ) / (n (n + 1) / 2), i = 1 … n from the oldest; c is a value
///   *inside* the window. A window is the tail of the earlier bars, noted with weights 1 … m, and
///   the k bars since, with weights 1 … k: their sum counts m times more.
/// - Shape: `[bar] → [bar]`; the first `period − 1` values are unknown. Units: those of the input.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: the largest |x| of the window.
/// - Missing: a window that holds an unknown value is unknown, and heals when it has left.
/// - Complexity: O(1 + n / 256) amortised per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Kaufman, Trading Systems and Methods, 5th ed., ch. 7. Matches TA-Lib `WMA`.
struct WeightedMovingAverage: Kernel {
    static let name = "weighted-moving-average"
    static let source = "Kaufman, Trading Systems and Methods, 5th ed., ch. 7"
    let period: Int

    var lookback: Int { period - 1 }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .window }
    var kind: KernelKind { .windowed }
    var windowLength: Int { 2 * period }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    /// The window holds n inputs, then n weighted tail sums of c − x.
    struct State<Value: Lane>: Stepping {
        private var ring: AnchoredRing<Value>
        private var (center, sum, weighted) = (Value.unknown, Value.zero, Value.zero)
        private var count = Value.zero
        private let (period, share): (Value, Value)

        init(period: Int) {
            ring = AnchoredRing(period: period)
            let count = Double(period)
            self.period = Value(repeating: count)
            share = Value(repeating: 1 / (count * (count + 1) / 2))
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            if ring.isDue(input.anchors) { rebuild(input, &window) }
            window[ring.slot] = input.first
            let distance = center - input.first
            count = count + Value(repeating: 1)
            (sum, weighted) = (sum + distance, weighted + count * distance)
            let tail = window[ring.period + ring.advance()]
            return center - ((tail + weighted) + (period - count) * sum) * share
        }

        @inline(__always)
        private mutating func rebuild(
            _ input: Inputs<Value>, _ window: inout MutableSpan<Value>
        ) {
            let lanes = ring.rebuild(input.anchors)
            var (slot, plain, tail) = (ring.slot, Value.zero, Value.zero)
            center = ring.newest(input.first, window).kept(where: lanes, else: center)
            window[ring.period + slot] = tail
            for _ in 1..<max(ring.period, 1) {
                slot = ring.before(slot)
                plain = plain + (center - window[slot])
                tail = tail + plain
                let index = ring.period + slot
                window[index] = tail.kept(where: lanes, else: window[index])
            }
            sum = Value.zero.kept(where: lanes, else: sum)
            weighted = Value.zero.kept(where: lanes, else: weighted)
            count = Value.zero.kept(where: lanes, else: count)
        }
    }
}

extension CompiledKernel {
    /// The mean of the last `period` bars, the newest weighing `period` times the oldest.
    public static func weightedMovingAverage(period: Int) -> Self {
        Self(WeightedMovingAverage(period: period))
    }
}
