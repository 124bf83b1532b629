/// The change over one bar, in percent, of three exponential averages in a row.
///
/// - Definition: 100 (E₃ − E₃') / E₃', each average the `ExponentialMovingAverage` of the one
///   before, with its own seed; E₃' is the last known one before. A negative base follows the
///   formula.
/// - Shape: `[bar] → [bar]`; the first `3 period − 2` values are unknown. Units: percent.
/// - Lookback: `3 period − 2`. Kind: settling. Magnitude: 100 + |output|.
/// - Missing: an unknown input gives an unknown output and leaves the state unchanged. A
///   magnitude of 2¹⁰⁰⁰ or more is unknown, and so is the output where the base is 0.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 2`.
/// - Source: Hutson, Stocks & Commodities 1 (5), 1983. Matches TA-Lib `TRIX`.
struct TripleExponentialRateOfChange: Kernel {
    static let name = "triple-exponential-rate-of-change"
    static let source = "Hutson, Stocks & Commodities 1 (5), 1983"
    let period: Int

    var lookback: Int { 3 * (period - 1) + 1 }
    var unit: KernelUnit { .percent }
    var kind: KernelKind {
        guard case .settling(let bars) = NestedAverage<Double>.kind(period: period, depth: 3)
        else { return .cumulative }
        return .settling(bars: bars + 1)
    }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: SettlingRecurrence {
        private var (first, second): (NestedAverage<Value>, NestedAverage<Value>)
        private var third: NestedAverage<Value>
        private var before = Value.unknown

        init(period: Int) {
            precondition(period >= 2, "period must be ≥ 2, was \(period)")
            first = NestedAverage(period: period)
            (second, third) = (first, first)
        }

        var isSettled: Bool { third.isSettled }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let average = third.adding(second.adding(first.adding(input.first)))
            let change = Self.change(from: before, to: average)
            before = average.kept(where: average.isKnown, else: before)
            return change
        }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> Value {
            isSound = isSound .& input.first.isModerate
            let average = third.addingSettled(
                second.addingSettled(first.addingSettled(input.first)))
            let change = Self.change(from: before, to: average)
            before = average
            return change
        }

        @inline(__always)
        private static func change(from base: Value, to value: Value) -> Value {
            Value(repeating: 100) * ((value - base) / base)
        }
    }
}

extension CompiledKernel {
    /// The change over one bar, in percent, of a triple exponential average.
    public static func tripleExponentialRateOfChange(period: Int) -> Self {
        Self(TripleExponentialRateOfChange(period: period))
    }
}
