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
    var windowLength: Int { AnchoredWindow<Sums<Double>>.length(period: period) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: SummingState {
        var sums: AnchoredWindow<Sums<Value>>
        private let (period, share, middle, spread): (Value, Value, Value, Value)

        init(period: Int) {
            precondition(period >= 2, "period must be ≥ 2, was \(period)")
            sums = AnchoredWindow(period: period)
            let count = Double(period)
            self.period = Value(repeating: count)
            share = Value(repeating: 1 / count)
            middle = Value(repeating: (count + 1) / 2)
            spread = Value(repeating: count * (count * count - 1) / 12)
        }

        @inline(__always)
        func result(_ tail: Sums<Value>) -> FourOutputs<Value> {
            let recent = sums.recent
            let total = tail.plain + recent.plain
            let moment =
                (tail.weighted + recent.weighted) + (period - recent.count) * recent.plain
            let slope = (moment - middle * total) / spread
            let mean = sums.center.first + total * share
            let half = (middle - Value(repeating: 1)) * slope
            return FourOutputs(mean + half, mean - half, slope, mean + middle * slope)
        }
    }

    /// The sum of the bars' distances d from one of them, and the weighted one, the oldest
    /// weighing 1.
    struct Sums<Value: Lane>: WindowSums {
        static var count: Int { 3 }
        static var tailCount: Int { 2 }
        private(set) var (plain, weighted, count) = (Value.zero, Value.zero, Value.zero)

        @inline(__always)
        mutating func addNewer(_ bar: WindowBar<Value>, from center: WindowBar<Value>) {
            let distance = bar.first - center.first
            count = count + Value(repeating: 1)
            (plain, weighted) = (plain + distance, weighted + count * distance)
        }

        /// All that are in weigh one more, each of them.
        @inline(__always)
        mutating func addOlder(_ bar: WindowBar<Value>, from center: WindowBar<Value>) {
            plain = plain + (bar.first - center.first)
            weighted = weighted + plain
        }

        @inline(__always)
        subscript(index: Int) -> Value {
            get { index == 0 ? plain : index == 1 ? weighted : count }
            set {
                switch index {
                case 0: plain = newValue
                case 1: weighted = newValue
                default: count = newValue
                }
            }
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
