/// The sum of all bars so far.
///
/// - Definition: sₜ = sₜ₋₁ + xₜ, s₀ = x₀, with what rounding loses (`ExactSum`): correctly rounded
///   but for the last bit, however long the series.
/// - Shape: `[bar] → [bar]`, known from the first bar. Units: those of the input.
/// - Lookback: 0. Kind: cumulative. Magnitude: Σ|x|.
/// - Missing: an unknown input gives an unknown output and leaves the state unchanged. A magnitude
///   of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane.
/// - Source: Neumaier, Zeitschrift für angewandte Mathematik und Mechanik 54, 1974.
struct CumulativeSum: Kernel {
    static let name = "cumulative-sum"
    static let source = "Neumaier, Zeitschrift für angewandte Mathematik und Mechanik 54, 1974"

    var lookback: Int { 0 }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .total }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State() }
    func laned() -> State<Lanes> { State() }

    struct State<Value: Lane>: SettlingRecurrence {
        static var staysFinite: Bool { true }
        private var sum = ExactSum<Value>()

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let isUsable = input.first.isModerate
            sum = sum.adding(input.first.kept(where: isUsable, else: .zero))
            return sum.value.kept(where: isUsable, else: .unknown)
        }

        var isSettled: Bool { true }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> Value {
            isSound = isSound .& input.first.isModerate
            sum = sum.adding(input.first)
            return sum.value
        }
    }
}

extension CompiledKernel {
    /// The sum of all bars so far.
    public static let cumulativeSum = Self(CumulativeSum())
}
