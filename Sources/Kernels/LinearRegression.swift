/// The least-squares line through the last n bars.
///
/// - Definition: y = a + b t with t = 0 at the oldest bar and n − 1 at the newest: its value at the
///   newest bar, its intercept a, its slope b, and its value one bar ahead. With d = x − c and
///   i = 1 … n from the oldest, b = (Σ i d − (n + 1) / 2 Σ d) / (n (n² − 1) / 12), and the other
///   three stand at c + Σ d / n and some half-lengths of the slope; c is a value *inside* the
///   window, so that a constant is met to the bit.
/// - Shape: `[bar] → value, intercept, slope, forecast`; the first `period − 1` values are unknown.
///   Units: those of the input; the slope's a bar.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: three times the largest |x| of the window.
/// - Missing: a window that holds an unknown value is unknown, and heals when it has left.
/// - Complexity: O(1 + n / 256) amortised per bar and lane. Precondition: `period ≥ 2`.
/// - Source: Kaufman, Trading Systems and Methods, 5th ed., ch. 6. Matches TA-Lib `LINEARREG`,
///   `LINEARREG_INTERCEPT`, `LINEARREG_SLOPE` and `TSF`.
struct LinearRegression: Kernel {
    static let name = "linear-regression"
    static let source = "Kaufman, Trading Systems and Methods, 5th ed., ch. 6"
    static let outputNames = ["value", "intercept", "slope", "forecast"]
    let period: Int

    var lookback: Int { period - 1 }
    var unit: KernelUnit { .input }
    func unit(ofOutput index: Int) -> KernelUnit { index == 2 ? .distance : .input }
    var kind: KernelKind { .windowed }
    var windowLength: Int { 3 * period }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    /// The window holds n inputs, then n tail sums of d, then n weighted tail sums.
    struct State<Value: Lane>: Stepping {
        private var ring: AnchoredRing<Value>
        private var (center, sum, weighted) = (Value.unknown, Value.zero, Value.zero)
        private var count = Value.zero
        private let (period, share, middle, spread): (Value, Value, Value, Value)

        init(period: Int) {
            precondition(period >= 2, "period must be ≥ 2, was \(period)")
            ring = AnchoredRing(period: period)
            let count = Double(period)
            self.period = Value(repeating: count)
            share = Value(repeating: 1 / count)
            middle = Value(repeating: (count + 1) / 2)
            spread = Value(repeating: count * (count * count - 1) / 12)
        }

        @inline(__always)
        mutating func step(
            _ input: Inputs<Value>, window: inout MutableSpan<Value>
        ) -> FourOutputs<Value> {
            if ring.isDue(input.anchors) { rebuild(input, &window) }
            window[ring.slot] = input.first
            let distance = input.first - center
            count = count + Value(repeating: 1)
            (sum, weighted) = (sum + distance, weighted + count * distance)
            let tail = ring.period + ring.advance()
            let total = window[tail] + sum
            let moment = (window[tail + ring.period] + weighted) + (period - count) * sum
            let slope = (moment - middle * total) / spread
            let (mean, half) = (center + total * share, (middle - Value(repeating: 1)) * slope)
            return FourOutputs(mean + half, mean - half, slope, mean + middle * slope)
        }

        @inline(__always)
        private mutating func rebuild(
            _ input: Inputs<Value>, _ window: inout MutableSpan<Value>
        ) {
            let lanes = ring.rebuild(input.anchors)
            var (slot, plain, tail) = (ring.slot, Value.zero, Value.zero)
            center = ring.newest(input.first, window).kept(where: lanes, else: center)
            note(plain, tail, at: slot, in: &window, where: lanes)
            for _ in 1..<ring.period {
                slot = ring.before(slot)
                plain = plain + (window[slot] - center)
                tail = tail + plain
                note(plain, tail, at: slot, in: &window, where: lanes)
            }
            sum = Value.zero.kept(where: lanes, else: sum)
            weighted = Value.zero.kept(where: lanes, else: weighted)
            count = Value.zero.kept(where: lanes, else: count)
        }

        @inline(__always)
        private func note(
            _ plain: Value, _ tail: Value, at slot: Int, in window: inout MutableSpan<Value>,
            where lanes: Value.Mask
        ) {
            let (one, two) = (ring.period + slot, 2 * ring.period + slot)
            window[one] = plain.kept(where: lanes, else: window[one])
            window[two] = tail.kept(where: lanes, else: window[two])
        }
    }
}

extension CompiledKernel {
    /// The least-squares line through the last `period` bars: its value now, its intercept, its
    /// slope a bar, and its value one bar ahead.
    public static func linearRegression(period: Int) -> Self {
        Self(LinearRegression(period: period))
    }
}
