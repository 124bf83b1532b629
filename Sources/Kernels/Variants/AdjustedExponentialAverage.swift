/// The exponential average whose weights are those of the bars that there are.
///
/// - Definition: Σ (1 − α)ᵏ xₜ₋ₖ / Σ (1 − α)ᵏ over the whole history, α = 2 / (n + 1); as a
///   recurrence: wₜ = 1 + (1 − α) wₜ₋₁, eₜ = eₜ₋₁ + (xₜ − eₜ₋₁) / wₜ, which keeps what its
///   rounding loses.
/// - Shape: `[bar] → [bar]`, known from the first value. Units: those of the input.
/// - Lookback: 0. Kind: settling. Magnitude: the largest |x| so far.
/// - Missing: an unknown input gives an unknown output and leaves the state unchanged. A magnitude
///   of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: the default of pandas' `ewm` (`adjust=True`).
struct AdjustedExponentialAverage: Kernel {
    static let name = "adjusted-exponential-average"
    static let source = "pandas, DataFrame.ewm, adjust=True"
    let period: Int

    var lookback: Int { 0 }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .history }
    var kind: KernelKind { .settling(weight: 2 / Double(period + 1), after: period) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: Recurrence {
        private var (average, lost, weight) = (Value(repeating: -0.0), Value.zero, Value.zero)
        private let decay: Value

        init(period: Int) {
            precondition(period >= 1, "period must be ≥ 1, was \(period)")
            decay = Value(repeating: Double(period - 1) / Double(period + 1))
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let isUsable = input.first.isModerate
            let heavier = Value(repeating: 1) + decay * weight
            let move = lost + ((input.first - average) - lost) / heavier
            let moved = average + move
            lost = (move - (moved - average)).kept(where: isUsable, else: lost)
            weight = heavier.kept(where: isUsable, else: weight)
            average = moved.kept(where: isUsable, else: average)
            return average.kept(where: isUsable, else: .unknown)
        }
    }
}

extension CompiledKernel {
    /// The exponential average over the weights of the bars that there are, α = 2 / (period + 1).
    public static func adjustedExponentialAverage(period: Int) -> Self {
        Self(AdjustedExponentialAverage(period: period))
    }
}
