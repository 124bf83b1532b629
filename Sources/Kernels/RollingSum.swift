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
    var windowLength: Int { AnchoredWindow<Sums<Double>>.length(period: period) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: SummingState {
        var sums: AnchoredWindow<Sums<Value>>

        init(period: Int) { sums = AnchoredWindow(period: period) }

        @inline(__always)
        func result(_ tail: Sums<Value>) -> Value {
            let whole = sums.recent.sum.adding(tail.sum.rounded)
            return whole.rounded + (whole.lost + tail.sum.lost)
        }
    }

    /// The sum, and what its rounding lost.
    struct Sums<Value: Lane>: WindowSums {
        static var count: Int { 2 }
        private(set) var sum = ExactSum<Value>()

        @inline(__always)
        mutating func addNewer(_ bar: WindowBar<Value>, from center: WindowBar<Value>) {
            sum = sum.adding(bar.first)
        }

        @inline(__always)
        subscript(index: Int) -> Value {
            get { index == 0 ? sum.rounded : sum.lost }
            set {
                sum =
                    index == 0
                    ? ExactSum(newValue, lost: sum.lost) : ExactSum(sum.rounded, lost: newValue)
            }
        }
    }
}

extension CompiledKernel {
    /// The sum of the last `period` bars.
    public static func rollingSum(period: Int) -> Self { Self(RollingSum(period: period)) }
}
