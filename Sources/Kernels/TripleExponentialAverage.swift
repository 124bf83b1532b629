/// The triple exponential average: three exponential averages in a row, so weighed that little lag
/// is left.
///
/// - Definition: 3 E₁ − 3 E₂ + E₃, each the `ExponentialMovingAverage` of the one before, with its
///   own seed.
/// - Shape: `[bar] → [bar]`; the first `3 period − 3` values are unknown. Units: the input's.
/// - Lookback: `3 period − 3`. Kind: settling. Magnitude: 7 times the largest |x| so far.
/// - Missing: an unknown input gives an unknown output and leaves the state unchanged. A
///   magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Mulloy, Stocks & Commodities 12 (1), 1994. Matches TA-Lib `TEMA`.
struct TripleExponentialAverage: Kernel {
    static let name = "triple-exponential-moving-average"
    static let source = "Mulloy, Stocks & Commodities 12 (1), 1994"
    let period: Int

    var lookback: Int { 3 * (period - 1) }
    var unit: KernelUnit { .input }
    var kind: KernelKind { NestedAverage<Double>.kind(period: period, depth: 3) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: SettlingRecurrence {
        static var staysFinite: Bool { true }
        private var (first, second): (NestedAverage<Value>, NestedAverage<Value>)
        private var third: NestedAverage<Value>

        init(period: Int) {
            first = NestedAverage(period: period)
            (second, third) = (first, first)
        }

        var isSettled: Bool { third.isSettled }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let average = first.adding(input.first)
            let again = second.adding(average)
            return third.adding(again) + Value(repeating: 3) * (average - again)
        }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> Value {
            isSound = isSound .& input.first.isModerate
            let average = first.addingSettled(input.first)
            let again = second.addingSettled(average)
            return third.addingSettled(again) + Value(repeating: 3) * (average - again)
        }
    }
}

extension CompiledKernel {
    /// The triple exponential average.
    public static func tripleExponentialAverage(period: Int) -> Self {
        Self(TripleExponentialAverage(period: period))
    }
}
