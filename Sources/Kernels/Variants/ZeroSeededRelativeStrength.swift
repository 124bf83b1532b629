/// The relative strength index whose averages start at 0.
///
/// - Definition: 100 G / (G + L); G and L are exponential averages (α = 1 / n) of gains and losses
///   that are 0 at the first bar. 100 without losses, on a flat series too. A bar without change
///   leaves the index as it was.
/// - Shape: `[bar] → [bar]`; the first `period − 1` values are unknown. Units: percent, 0…100.
/// - Lookback: `period − 1`. Kind: settling. Magnitude: 100.
/// - Missing: an unknown input gives an unknown output and leaves the state unchanged. A change
///   of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: the `ta` library's `RSIIndicator`.
struct ZeroSeededRelativeStrength: Kernel {
    static let name = "zero-seeded-relative-strength"
    static let source = "ta, RSIIndicator"
    let period: Int

    var lookback: Int { period - 1 }
    var unit: KernelUnit { .percent }
    var magnitude: KernelMagnitude { .number(100) }
    var kind: KernelKind { .settling(weight: 1 / Double(period), after: 2 * period) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: Recurrence {
        static var staysFinite: Bool { true }
        private var previous = Value.unknown
        private var (gains, losses, count) = (Value.zero, Value.zero, Value.zero)
        private var index = Value.unknown
        private let (weight, period): (Value, Value)
        /// The change that shrinks both averages; none does over one bar.
        private let still: Value

        init(period: Int) {
            precondition(period >= 1, "period must be ≥ 1, was \(period)")
            weight = Value(repeating: 1 / Double(period))
            self.period = Value(repeating: Double(period))
            still = period > 1 ? .zero : .unknown
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let change = input.first - previous.kept(where: previous.isKnown, else: input.first)
            let isUsable = change.isModerate
            let gain = Value.zero.kept(where: .zero .> change, else: change)
            gains = (gains + weight * (gain - gains)).kept(where: isUsable, else: gains)
            losses = (losses + weight * (gain - change - losses))
                .kept(where: isUsable, else: losses)
            count = (count + Value(repeating: 1)).kept(where: isUsable, else: count)
            previous = input.first.kept(where: isUsable, else: previous)
            let hundred = Value(repeating: 100)
            let share = hundred.kept(
                where: losses .== .zero, else: hundred * (gains / (gains + losses)))
            let isKept = (change .== still) .& index.isKnown .| .!isUsable
            index = index.kept(where: isKept, else: share)
            return Value.unknown.kept(where: period .> count, else: index)
                .kept(where: isUsable, else: .unknown)
        }
    }
}

extension CompiledKernel {
    /// The relative strength index whose averages start at 0, in percent.
    public static func zeroSeededRelativeStrength(period: Int) -> Self {
        Self(ZeroSeededRelativeStrength(period: period))
    }
}
