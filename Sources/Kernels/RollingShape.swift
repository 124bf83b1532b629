/// The skewness and the excess kurtosis of the last n bars.
///
/// - Definition: m₃ / m₂^1.5 and m₄ / m₂² − 3, population moments: of n values, not n − 1. They
///   come from the sums of d, d², d³ and d⁴, d counted from a value *inside* the window.
/// - Shape: `[bar] → skewness, kurtosis`; the first `period − 1` values are unknown. Units: plain
///   numbers.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: 14 times the fourth power of the spread
///   over the deviation: the terms 1, 4, 6 and 3 of the fourth moment cancel.
/// - Missing: a window that holds an unknown value is unknown, and heals when it has left. A window
///   that does not vary is unknown: 0 / 0. So is one whose fourth powers overflow or vanish
///   (distances above about 10⁷⁷ or below about 10⁻⁸¹).
/// - Complexity: O(1 + n / 256) amortised per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Joanes and Gill, The Statistician 47 (1), 1998: g₁ and g₂.
struct RollingShape: Kernel {
    static let name = "rolling-shape"
    static let source = "Joanes and Gill, The Statistician 47 (1), 1998"
    static let outputNames = ["skewness", "kurtosis"]
    let period: Int

    var lookback: Int { period - 1 }
    var kind: KernelKind { .windowed }
    var windowLength: Int { 5 * period }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    /// The sums of the first four powers over one stretch of bars.
    private struct Sums<Value: Lane>: BitwiseCopyable {
        var (one, two, three, four) = (Value.zero, Value.zero, Value.zero, Value.zero)

        @inline(__always)
        mutating func add(_ distance: Value) {
            let square = distance * distance
            (one, two) = (one + distance, two + square)
            (three, four) = (three + square * distance, four + square * square)
        }
    }

    /// The window holds n inputs, then the n tails of each of the four sums.
    struct State<Value: Lane>: Stepping {
        private var ring: AnchoredRing<Value>
        private var center = Value.unknown
        private var recent = Sums<Value>()
        private let share: Value

        init(period: Int) {
            ring = AnchoredRing(period: period)
            share = Value(repeating: 1 / Double(period))
        }

        @inline(__always)
        mutating func step(
            _ input: Inputs<Value>, window: inout MutableSpan<Value>
        ) -> TwoOutputs<Value> {
            if ring.isDue(input.anchors) { rebuild(input, &window) }
            let period = ring.period
            window[ring.slot] = input.first
            recent.add(input.first - center)
            let tail = period + ring.advance()
            let mean = (window[tail] + recent.one) * share
            let two = (window[tail + period] + recent.two) * share
            let three = (window[tail + 2 * period] + recent.three) * share
            let four = (window[tail + 3 * period] + recent.four) * share
            let (square, number) = (mean * mean, { Value(repeating: $0) as Value })
            let variance = two - square
            let third = three - mean * (number(3) * two - number(2) * square)
            let fourth =
                four - mean * (number(4) * three - mean * (number(6) * two - number(3) * square))
            return TwoOutputs(
                third / (variance * variance.squareRoot()),
                fourth / (variance * variance) - number(3))
        }

        @inline(__always)
        private mutating func rebuild(
            _ input: Inputs<Value>, _ window: inout MutableSpan<Value>
        ) {
            let lanes = ring.rebuild(input.anchors)
            center = ring.newest(input.first, window).kept(where: lanes, else: center)
            var (slot, sums) = (ring.slot, Sums<Value>())
            note(sums, at: slot, in: &window, where: lanes)
            for _ in 1..<max(ring.period, 1) {
                slot = ring.before(slot)
                sums.add(window[slot] - center)
                note(sums, at: slot, in: &window, where: lanes)
            }
            recent.one = Value.zero.kept(where: lanes, else: recent.one)
            recent.two = Value.zero.kept(where: lanes, else: recent.two)
            recent.three = Value.zero.kept(where: lanes, else: recent.three)
            recent.four = Value.zero.kept(where: lanes, else: recent.four)
        }

        @inline(__always)
        private func note(
            _ sums: Sums<Value>, at slot: Int, in window: inout MutableSpan<Value>,
            where lanes: Value.Mask
        ) {
            let (one, period) = (ring.period + slot, ring.period)
            let (two, three, four) = (one + period, one + 2 * period, one + 3 * period)
            window[one] = sums.one.kept(where: lanes, else: window[one])
            window[two] = sums.two.kept(where: lanes, else: window[two])
            window[three] = sums.three.kept(where: lanes, else: window[three])
            window[four] = sums.four.kept(where: lanes, else: window[four])
        }
    }
}

extension CompiledKernel {
    /// The population skewness and excess kurtosis of the last `period` bars.
    public static func rollingShape(period: Int) -> Self { Self(RollingShape(period: period)) }
}
