/// The population variance of the last n bars.
///
/// - Definition: Σ (x − mean)² / n, by `MomentSums`.
/// - Shape: `[bar] → [bar]`; the first `period − 1` values are unknown. Units: those of the input,
///   squared.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: the largest (x − c)² of the window.
/// - Missing: a window that holds an unknown value is unknown, and heals when it has left. It is
///   unknown too where a squared distance overflows (above about 10¹⁵⁴).
/// - Complexity: O(1 + n / 256) amortised per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Chan, Golub, LeVeque, The American Statistician 37 (3), 1983, on shifted data.
///   Matches TA-Lib `VAR`.
struct Variance: Kernel {
    static let name = "variance"
    static let source = "Chan, Golub, LeVeque, The American Statistician 37 (3), 1983"
    let period: Int

    var lookback: Int { period - 1 }
    var unit: KernelUnit { .square }
    var kind: KernelKind { .windowed }
    var windowLength: Int { AnchoredWindow<MomentSums<Double>>.length(period: period) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: MomentState {
        var sums: AnchoredWindow<MomentSums<Value>>
        let share: Value

        init(period: Int) {
            sums = AnchoredWindow(period: period)
            share = Value(repeating: 1 / Double(period))
        }

        @inline(__always)
        func result(_ tail: MomentSums<Value>) -> Value { variance(tail) }
    }
}

extension CompiledKernel {
    /// The population variance of the last `period` bars.
    public static func variance(period: Int) -> Self { Self(Variance(period: period)) }
}
