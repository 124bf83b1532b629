/// The double exponential average: twice an exponential average less its own average.
///
/// - Definition: 2 E₁ − E₂, E₂ the `ExponentialMovingAverage` of E₁, each with its own seed.
/// - Shape: `[bar] → [bar]`; the first `2 period − 2` values are unknown. Units: the input's.
/// - Lookback: `2 period − 2`. Kind: settling. Magnitude: 3 times the largest |x| so far.
/// - Missing: an unknown input gives an unknown output and leaves the state unchanged. A
///   magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Mulloy, Stocks & Commodities 12 (1), 1994. Matches TA-Lib `DEMA`.
struct DoubleExponentialAverage: Kernel {
    static let name = "double-exponential-moving-average"
    static let source = "Mulloy, Stocks & Commodities 12 (1), 1994"
    let period: Int

    var lookback: Int { 2 * (period - 1) }
    var unit: KernelUnit { .input }
    var kind: KernelKind { NestedAverage<Double>.kind(period: period, depth: 2) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: SettlingRecurrence {
        static var staysFinite: Bool { true }
        private var (first, second): (NestedAverage<Value>, NestedAverage<Value>)

        init(period: Int) {
            first = NestedAverage(period: period)
            second = first
        }

        var isSettled: Bool { second.isSettled }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let average = first.adding(input.first)
            return average + (average - second.adding(average))
        }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> Value {
            isSound = isSound .& input.first.isModerate
            let average = first.addingSettled(input.first)
            return average + (average - second.addingSettled(average))
        }
    }
}

/// One of several exponential averages (α = 2 / (n + 1)) in a row, each of the one before.
struct NestedAverage<Value: Lane>: BitwiseCopyable {
    private var average: SeededAverage<Value>

    init(period: Int) {
        average = SeededAverage(period: period, weight: 2 / Double(period + 1))
    }

    /// True when every lane has its seed.
    var isSettled: Bool { average.isSettled }

    /// The average after `input`; unknown while seeding and where the input is not usable.
    @inline(__always)
    mutating func adding(_ input: Value) -> Value {
        average.adding(input, where: input.isModerate)
    }

    /// The average after `input`, where every lane has its seed and can use the input.
    @inline(__always)
    mutating func addingSettled(_ input: Value) -> Value { average.addingSettled(input) }

    /// How the last of some averages in a row depends on where the history begins.
    static func kind(period: Int, depth: Int) -> KernelKind {
        let each = period - 1 + KernelKind.barsToForget(weight: 2 / Double(period + 1))
        return .settling(bars: depth * each)
    }
}

extension CompiledKernel {
    /// The double exponential average.
    public static func doubleExponentialAverage(period: Int) -> Self {
        Self(DoubleExponentialAverage(period: period))
    }
}
