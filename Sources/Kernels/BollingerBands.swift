/// Bollinger's bands: the mean of the last n bars, and some deviations above and below it.
///
/// - Definition: mean + up × d, mean, mean − down × d; d is the population deviation of the window,
///   by `MomentSums`.
/// - Shape: `[bar] → upper, middle, lower`; the first `period − 1` values are unknown. Units: those
///   of the input.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: the largest |x| of the window.
/// - Missing: a window that holds an unknown value is unknown, and heals when it has left. The
///   outer bands are unknown too where a squared distance overflows (above about 10¹⁵⁴).
/// - Complexity: O(1 + n / 256) amortised per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Bollinger, Bollinger on Bollinger Bands, 2001. Matches TA-Lib `BBANDS`.
struct BollingerBands: Kernel {
    static let name = "bollinger-bands"
    static let source = "Bollinger, Bollinger on Bollinger Bands, 2001"
    static let outputNames = ["upper", "middle", "lower"]
    let period: Int
    let up: Double
    let down: Double

    var lookback: Int { period - 1 }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .window }
    var kind: KernelKind { .windowed }
    var windowLength: Int { AnchoredWindow<MomentSums<Double>>.length(period: period) }
    func scalar() -> State<Double> { State(of: self) }
    func laned() -> State<Lanes> { State(of: self) }

    struct State<Value: Lane>: MomentState {
        var sums: AnchoredWindow<MomentSums<Value>>
        let share: Value
        private let (up, down): (Value, Value)

        init(of kernel: BollingerBands) {
            sums = AnchoredWindow(period: kernel.period)
            share = Value(repeating: 1 / Double(kernel.period))
            (up, down) = (Value(repeating: kernel.up), Value(repeating: kernel.down))
        }

        @inline(__always)
        func result(_ tail: MomentSums<Value>) -> ThreeOutputs<Value> {
            let (mean, deviation) = (mean(tail), variance(tail).root)
            return ThreeOutputs(mean + up * deviation, mean, mean - down * deviation)
        }
    }
}

extension CompiledKernel {
    /// A mean, and bands `up` deviations above and `down` below it.
    public static func bollingerBands(period: Int, up: Double, down: Double) -> Self {
        Self(BollingerBands(period: period, up: up, down: down))
    }
}
