/// The mean distance of the last n bars from their mean.
///
/// - Definition: Σ |(c − xᵢ) − (c − mean)| / n, where c is a value *inside* the window: 0 to the
///   bit on a flat window, and no digit is lost to the level of the input.
/// - Shape: `[bar] → [bar]`; the first `period − 1` values are unknown. Units: distances of the
///   input.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: the largest |x − mean| of the window.
/// - Missing: a window that holds an unknown value is unknown, and heals when it has left.
/// - Complexity: O(n) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Lambert, Commodities 9 (10), 1980. Matches TA-Lib `AVGDEV`.
struct MeanDeviation: Kernel {
    static let name = "mean-deviation"
    static let source = "Lambert, Commodities 9 (10), 1980"
    let period: Int

    var lookback: Int { period - 1 }
    var unit: KernelUnit { .distance }
    var magnitude: KernelMagnitude { .spread }
    var kind: KernelKind { .windowed }
    var windowLength: Int { 2 * period }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: Stepping {
        private var average: SimpleMovingAverage.State<Value>
        private let share: Value

        init(period: Int) {
            average = SimpleMovingAverage.State(period: period)
            share = Value(repeating: 1 / Double(period))
        }

        /// Two running sums hide the latency of the additions. From the newest value back, so that
        /// the bits depend on the window alone.
        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            let tail = average.sums.add(input, &window)
            let mean = average.distance(tail)
            let (center, ring) = (average.sums.center.first, average.sums.ring)
            let (period, newest) = (ring.period, ring.before(ring.slot))
            var (even, odd) = (Value.zero, Value.zero)
            var (slot, count) = (newest, period)
            while count > 1 {
                even = even + ((center - window[slot]) - mean).magnitude
                slot = slot == 0 ? period - 1 : slot - 1
                odd = odd + ((center - window[slot]) - mean).magnitude
                slot = slot == 0 ? period - 1 : slot - 1
                count -= 2
            }
            if count == 1 { even = even + ((center - window[slot]) - mean).magnitude }
            return (even + odd) * share
        }
    }
}

extension CompiledKernel {
    /// The mean distance of the last `period` bars from their mean.
    public static func meanDeviation(period: Int) -> Self { Self(MeanDeviation(period: period)) }
}
