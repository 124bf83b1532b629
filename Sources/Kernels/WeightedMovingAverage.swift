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
    var windowLength: Int { AnchoredWindow<Sums<Double>>.length(period: period) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: SummingState {
        var sums: AnchoredWindow<Sums<Value>>
        private let (period, share): (Value, Value)

        init(period: Int) {
            sums = AnchoredWindow(period: period)
            let count = Double(period)
            self.period = Value(repeating: count)
            share = Value(repeating: 1 / (count * (count + 1) / 2))
        }

        @inline(__always)
        func result(_ tail: Sums<Value>) -> Value {
            let recent = sums.recent
            let total = tail.weighted + recent.weighted + (period - recent.count) * recent.plain
            return sums.center.first - total * share
        }
    }

    /// The weighted sum of how far the bars lie below one of them, the oldest weighing 1.
    struct Sums<Value: Lane>: WindowSums {
        static var count: Int { 3 }
        static var tailCount: Int { 1 }
        private(set) var (weighted, plain, count) = (Value.zero, Value.zero, Value.zero)

        @inline(__always)
        mutating func addNewer(_ bar: WindowBar<Value>, from center: WindowBar<Value>) {
            let distance = center.first - bar.first
            count = count + Value(repeating: 1)
            (plain, weighted) = (plain + distance, weighted + count * distance)
        }

        /// All that are in weigh one more, each of them.
        @inline(__always)
        mutating func addOlder(_ bar: WindowBar<Value>, from center: WindowBar<Value>) {
            plain = plain + (center.first - bar.first)
            weighted = weighted + plain
        }

        @inline(__always)
        subscript(index: Int) -> Value {
            get { index == 0 ? weighted : index == 1 ? plain : count }
            set {
                switch index {
                case 0: weighted = newValue
                case 1: plain = newValue
                default: count = newValue
                }
            }
        }
    }
}

extension CompiledKernel {
    /// The mean of the last `period` bars, the newest weighing `period` times the oldest.
    public static func weightedMovingAverage(period: Int) -> Self {
        Self(WeightedMovingAverage(period: period))
    }
}
