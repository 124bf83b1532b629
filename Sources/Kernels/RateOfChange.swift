/// The change over n bars, in percent of the earlier value.
///
/// - Definition: 100 (xₜ − xₜ₋ₙ) / xₜ₋ₙ. A negative base follows the formula.
/// - Shape: `[bar] → [bar]`; the first `period` values are unknown. Units: percent.
/// - Lookback: `period`. Kind: windowed. Magnitude: 100 + |output|.
/// - Missing: unknown where either of the two values is unknown, or the base is 0.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Kaufman, Trading Systems and Methods, 5th ed., ch. 9. Matches TA-Lib `ROC`.
struct RateOfChange: Kernel {
    static let name = "rate-of-change"
    static let source = "Kaufman, Trading Systems and Methods, 5th ed., ch. 9"
    let period: Int

    var lookback: Int { period }
    var unit: KernelUnit { .percent }
    var magnitude: KernelMagnitude { .intermediate }
    var kind: KernelKind { .windowed }
    var windowLength: Int { period }
    func scalar() -> State<Double> { State(lag: Lag.State(count: period)) }
    func laned() -> State<Lanes> { State(lag: Lag.State(count: period)) }

    struct State<Value: Lane>: Stepping {
        var lag: Lag.State<Value>

        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            let base = lag.step(input, window: &window)
            return Value(repeating: 100) * ((input.first - base) / base)
        }
    }
}

extension CompiledKernel {
    /// The change over `period` bars, in percent.
    public static func rateOfChange(period: Int) -> Self { Self(RateOfChange(period: period)) }
}
