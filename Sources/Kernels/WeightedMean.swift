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
    var windowLength: Int { AnchoredWindow<Sums<Double>>.length(period: period) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: SummingState {
        var sums: AnchoredWindow<Sums<Value>>

        init(period: Int) { sums = AnchoredWindow(period: period) }

        @inline(__always)
        func result(_ tail: Sums<Value>) -> Value {
            let moment = tail.moment + sums.recent.moment
            let total = tail.weight + sums.recent.weight
            let mean = sums.center.first + moment / total
            return Value.unknown.kept(where: total .== .zero, else: mean)
        }
    }

    /// The sums of (x − c) w and of w.
    struct Sums<Value: Lane>: WindowSums {
        static var inputCount: Int { 2 }
        static var count: Int { 2 }
        private(set) var (moment, weight) = (Value.zero, Value.zero)

        @inline(__always)
        mutating func addNewer(_ bar: WindowBar<Value>, from center: WindowBar<Value>) {
            moment = moment + (bar.first - center.first) * bar.second
            weight = weight + bar.second
        }

        @inline(__always)
        subscript(index: Int) -> Value {
            get { index == 0 ? moment : weight }
            set { if index == 0 { moment = newValue } else { weight = newValue } }
        }
    }
}

extension CompiledKernel {
    /// The mean of the last `period` bars of the first input, weighed by the second.
    public static func weightedMean(period: Int) -> Self { Self(WeightedMean(period: period)) }
}
