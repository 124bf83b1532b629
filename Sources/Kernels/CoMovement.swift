/// How two inputs move together over the last n bars: their correlation, and the slope of the
/// second on the first.
///
/// - Definition: correlation = Sxy / √(Sxx Syy) and slope = Sxy / Sxx, 0 where a divisor is 0.
///   Sxy = Σ dx dy − Σ dx Σ dy / n, the others likewise, with dx and dy counted from values
///   *inside* the window: a flat window gives 0.
/// - Shape: `first, second → correlation, slope`; the first `period − 1` values are unknown. Units:
///   −1…1; the second's over the first's.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: 1, times the square of the spread over the
///   deviation: what an outlier costs.
/// - Missing: a window that holds an unknown value is unknown, and heals when it has left. It is
///   unknown too where a squared distance overflows (above about 10¹⁵⁴).
/// - Complexity: O(1 + n / 256) amortised per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Chan, Golub, LeVeque, The American Statistician 37 (3), 1983, on shifted data. Matches
///   TA-Lib `CORREL`; on returns, `BETA`.
struct CoMovement: Kernel {
    static let name = "co-movement"
    static let source = "Chan, Golub, LeVeque, The American Statistician 37 (3), 1983"
    static let inputNames = ["first", "second"]
    static let outputNames = ["correlation", "slope"]
    let period: Int

    var lookback: Int { period - 1 }
    var kind: KernelKind { .windowed }
    var windowLength: Int { 7 * period }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    /// The sums of one stretch of bars.
    private struct Sums<Value: Lane>: BitwiseCopyable {
        var (x, y, xx, yy, xy) = (
            Value.zero, Value.zero, Value.zero, Value.zero, Value.zero
        )

        @inline(__always)
        mutating func add(_ dx: Value, _ dy: Value) {
            (x, y) = (x + dx, y + dy)
            (xx, yy, xy) = (xx + dx * dx, yy + dy * dy, xy + dx * dy)
        }
    }

    /// The window holds n values of each input, then the n tails of each of the five sums.
    struct State<Value: Lane>: Stepping {
        private var ring: AnchoredRing<Value>
        private var (centerX, centerY) = (Value.unknown, Value.unknown)
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
            window[period + ring.slot] = input.second
            recent.add(input.first - centerX, input.second - centerY)
            let tail = 2 * period + ring.advance()
            let (x, y) = (window[tail] + recent.x, window[tail + period] + recent.y)
            let xx = window[tail + 2 * period] + recent.xx - x * x * share
            let yy = window[tail + 3 * period] + recent.yy - y * y * share
            let xy = window[tail + 4 * period] + recent.xy - x * y * share
            return TwoOutputs(Self.correlation(xx, yy, xy), Self.quotient(xy, xx))
        }

        /// Within −1…1, whatever rounding says.
        @inline(__always)
        private static func correlation(_ xx: Value, _ yy: Value, _ xy: Value) -> Value {
            let one = Value(repeating: 1)
            let scale = xx.magnitude.squareRoot() * yy.magnitude.squareRoot()
            let ratio = quotient(xy, scale)
            let least = (.zero - one).kept(where: (.zero - one) .> ratio, else: ratio)
            return one.kept(where: least .> one, else: least)
        }

        @inline(__always)
        private static func quotient(_ value: Value, _ divisor: Value) -> Value {
            (value - value).kept(where: divisor .== .zero, else: value / divisor)
        }

        @inline(__always)
        private mutating func rebuild(
            _ input: Inputs<Value>, _ window: inout MutableSpan<Value>
        ) {
            let (lanes, period) = (ring.rebuild(input.anchors), ring.period)
            let newest = ring.before(ring.slot)
            let (x, y) =
                period == 1
                ? (input.first, input.second) : (window[newest], window[period + newest])
            centerX = x.kept(where: lanes, else: centerX)
            centerY = y.kept(where: lanes, else: centerY)
            var (slot, sums) = (ring.slot, Sums<Value>())
            note(sums, at: slot, in: &window, where: lanes)
            for _ in 1..<max(period, 1) {
                slot = ring.before(slot)
                sums.add(window[slot] - centerX, window[period + slot] - centerY)
                note(sums, at: slot, in: &window, where: lanes)
            }
            recent.x = Value.zero.kept(where: lanes, else: recent.x)
            recent.y = Value.zero.kept(where: lanes, else: recent.y)
            recent.xx = Value.zero.kept(where: lanes, else: recent.xx)
            recent.yy = Value.zero.kept(where: lanes, else: recent.yy)
            recent.xy = Value.zero.kept(where: lanes, else: recent.xy)
        }

        @inline(__always)
        private func note(
            _ sums: Sums<Value>, at slot: Int, in window: inout MutableSpan<Value>,
            where lanes: Value.Mask
        ) {
            let sums: InlineArray<5, Value> = [sums.x, sums.y, sums.xx, sums.yy, sums.xy]
            for index in sums.indices {
                let place = (2 + index) * ring.period + slot
                window[place] = sums[index].kept(where: lanes, else: window[place])
            }
        }
    }
}

extension CompiledKernel {
    /// The correlation of two inputs over the last `period` bars, and the slope of the second on
    /// the first.
    public static func coMovement(period: Int) -> Self { Self(CoMovement(period: period)) }
}
