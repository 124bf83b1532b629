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
            let (mean, two) = ((tail.one + recent.one) * share, (tail.two + recent.two) * share)
            let three = (tail.three + recent.three) * share
            let four = (tail.four + recent.four) * share
            let (square, number) = (mean * mean, { Value(repeating: $0) as Value })
            let variance = two - square
            let third = three - mean * (number(3) * two - number(2) * square)
            let fourth =
                four - mean * (number(4) * three - mean * (number(6) * two - number(3) * square))
            return TwoOutputs(
                third / (variance * variance.root),
                fourth / (variance * variance) - number(3))
        }
    }

    /// The sums of the first four powers of the distances.
    struct Sums<Value: Lane>: WindowSums {
        static var count: Int { 4 }
        private(set) var (one, two) = (Value.zero, Value.zero)
        private(set) var (three, four) = (Value.zero, Value.zero)

        @inline(__always)
        mutating func addNewer(_ bar: WindowBar<Value>, from center: WindowBar<Value>) {
            let distance = bar.first - center.first
            let square = distance * distance
            (one, two) = (one + distance, two + square)
            (three, four) = (three + square * distance, four + square * square)
        }

        @inline(__always)
        subscript(index: Int) -> Value {
            get {
                switch index {
                case 0: one
                case 1: two
                case 2: three
                default: four
                }
            }
            set {
                switch index {
                case 0: one = newValue
                case 1: two = newValue
                case 2: three = newValue
                default: four = newValue
                }
            }
        }
    }
}

extension CompiledKernel {
    /// The population skewness and excess kurtosis of the last `period` bars.
    public static func rollingShape(period: Int) -> Self { Self(RollingShape(period: period)) }
}
