/// How many bars ago the greatest (or least) value of the last n bars was.
///
/// - Definition: the age of max(xₜ₋ₙ₊₁ … xₜ), 0 for the present bar; of equal ones the most recent.
/// - Shape: `[bar] → [bar]`; the first `period − 1` values are unknown. Units: bars, 0…n − 1.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: 0, the value is exact.
/// - Missing: a window that holds an unknown value is unknown, and heals when it has left.
/// - Complexity: O(1) amortised per bar and lane, whatever the period. Precondition: `period ≥ 1`.
/// - Source: van Herk, Pattern Recognition Letters 13, 1992. Inside TA-Lib `AROON`; the index of
///   `MAXINDEX` and `MININDEX` is the bar's own less this.
struct BarsSinceExtreme: Kernel {
    static let name = "bars-since-extreme"
    static let source = "van Herk, Pattern Recognition Letters 13, 1992"
    let period: Int
    let sign: Int

    var lookback: Int { period - 1 }
    var unit: KernelUnit { .bars }
    var magnitude: KernelMagnitude { .exact }
    var kind: KernelKind { .windowed }
    var windowLength: Int { 2 * period }
    var windowFill: Double { .infinity }
    func scalar() -> State<Double> { State(period: period, sign: Double(sign)) }
    func laned() -> State<Lanes> { State(period: period, sign: Double(sign)) }

    /// As in `RollingMaximum`, with the slot of each maximum beside it: the window holds n values,
    /// then n slots. Infinity stands for unknown.
    struct State<Value: Lane>: Stepping {
        static var staysFinite: Bool { true }
        private let period: Int
        private let sign: Value
        private var slot = 0
        private var newest = Value(repeating: -.infinity)
        private var newestSlot = Value.zero

        init(period: Int, sign: Double) {
            precondition(period >= 1, "period must be ≥ 1, was \(period)")
            (self.period, self.sign) = (period, Value(repeating: sign))
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            let infinity = Value(repeating: .infinity)
            let (signed, present) = (input.first * sign, Value(repeating: Double(slot)))
            let value = signed.kept(where: signed.isKnown, else: infinity)
            newestSlot = newestSlot.kept(where: newest .> value, else: present)
            newest = newest.larger(value)
            (window[slot], window[period + slot]) = (value, present)
            slot += 1
            var (whole, age) = (newest, present - newestSlot)
            if slot < period {
                let (older, length) = (window[slot], Value(repeating: Double(period)))
                age = (present + length - window[period + slot])
                    .kept(where: older .> newest, else: age)
                whole = older.larger(newest)
            } else {
                closeBlock(&window)
            }
            return age.kept(where: infinity .> whole, else: .unknown)
        }

        @inline(__always)
        private mutating func closeBlock(_ window: inout MutableSpan<Value>) {
            for index in stride(from: period - 2, through: 0, by: -1) {
                let isGreater = window[index] .> window[index + 1]
                let (own, next) = (period + index, period + index + 1)
                window[own] = window[own].kept(where: isGreater, else: window[next])
                window[index] = window[index].larger(window[index + 1])
            }
            (slot, newest) = (0, Value(repeating: -.infinity))
        }
    }
}

extension CompiledKernel {
    /// How many bars ago the greatest value of the last `period` bars was.
    public static func barsSinceMaximum(period: Int) -> Self {
        Self(BarsSinceExtreme(period: period, sign: 1))
    }

    /// How many bars ago the least value of the last `period` bars was.
    public static func barsSinceMinimum(period: Int) -> Self {
        Self(BarsSinceExtreme(period: period, sign: -1))
    }
}
