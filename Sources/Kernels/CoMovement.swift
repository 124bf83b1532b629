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
    var windowLength: Int { AnchoredWindow<Sums<Double>>.length(period: period) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: SummingState {
        var sums: AnchoredWindow<Sums<Value>>
        private let share: Value

        init(period: Int) {
            sums = AnchoredWindow(period: period)
            share = Value(repeating: 1 / Double(period))
        }

        @inline(__always)
        func result(_ tail: Sums<Value>) -> TwoOutputs<Value> {
            let recent = sums.recent
            let (x, y) = (tail.x + recent.x, tail.y + recent.y)
            let xx = tail.xx + recent.xx - x * x * share
            let yy = tail.yy + recent.yy - y * y * share
            let xy = tail.xy + recent.xy - x * y * share
            return TwoOutputs(Self.correlation(xx, yy, xy), Self.quotient(xy, xx))
        }

        /// Within −1…1, whatever rounding says.
        @inline(__always)
        private static func correlation(_ xx: Value, _ yy: Value, _ xy: Value) -> Value {
            let one = Value(repeating: 1)
            let scale = xx.magnitude.root * yy.magnitude.root
            let ratio = quotient(xy, scale)
            let least = (.zero - one).kept(where: (.zero - one) .> ratio, else: ratio)
            return one.kept(where: least .> one, else: least)
        }

        @inline(__always)
        private static func quotient(_ value: Value, _ divisor: Value) -> Value {
            (value - value).kept(where: divisor .== .zero, else: value / divisor)
        }
    }

    /// The sums of dx, dy, their squares and their product.
    struct Sums<Value: Lane>: WindowSums {
        static var inputCount: Int { 2 }
        static var count: Int { 5 }
        private(set) var (x, y, xx) = (Value.zero, Value.zero, Value.zero)
        private(set) var (yy, xy) = (Value.zero, Value.zero)

        @inline(__always)
        mutating func addNewer(_ bar: WindowBar<Value>, from center: WindowBar<Value>) {
            let (dx, dy) = (bar.first - center.first, bar.second - center.second)
            (x, y) = (x + dx, y + dy)
            (xx, yy, xy) = (xx + dx * dx, yy + dy * dy, xy + dx * dy)
        }

        @inline(__always)
        subscript(index: Int) -> Value {
            get {
                switch index {
                case 0: x
                case 1: y
                case 2: xx
                case 3: yy
                default: xy
                }
            }
            set {
                switch index {
                case 0: x = newValue
                case 1: y = newValue
                case 2: xx = newValue
                case 3: yy = newValue
                default: xy = newValue
                }
            }
        }
    }
}

extension CompiledKernel {
    /// The correlation of two inputs over the last `period` bars, and the slope of the second on
    /// the first.
    public static func coMovement(period: Int) -> Self { Self(CoMovement(period: period)) }
}
