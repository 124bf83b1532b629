/// An average that moves toward its input by a share that a second input says.
///
/// - Definition: aₜ = aₜ₋₁ + wₜ (xₜ − aₜ₋₁). It starts from the value before the first known
///   weight, or from the first value.
/// - Shape: `value, weight → [bar]`, known from the first weight. Units: those of the first input.
/// - Lookback: 0. Kind: cumulative, for the weight may be 0; it forgets its start as fast as the
///   weights say. Magnitude: the largest |x| so far.
/// - Missing: a bar with an unknown input is skipped, but a known value is remembered until the
///   average has begun. A weight is held within 0…1. A magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane.
/// - Source: Kaufman, Trading Systems and Methods, 5th ed., ch. 17.
struct AdaptiveAverage: Kernel {
    static let name = "adaptive-average"
    static let source = "Kaufman, Trading Systems and Methods, 5th ed., ch. 17"
    static let inputNames = ["value", "weight"]

    var lookback: Int { 0 }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .history }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State() }
    func laned() -> State<Lanes> { State() }

    struct State<Value: Lane>: SettlingRecurrence {
        static var staysFinite: Bool { true }
        private var (average, previous) = (Value.unknown, Value.unknown)

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let (one, isModerate) = (Value(repeating: 1), input.first.isModerate)
            let weight = one.kept(
                where: input.second .> one,
                else: Value.zero.kept(where: .zero .> input.second, else: input.second))
            let isUsable = (input.first + weight).kept(where: isModerate, else: .unknown).isKnown
            let seed = previous.kept(where: previous.isKnown, else: input.first)
            let start = average.kept(where: average.isKnown, else: seed)
            average = (start + weight * (input.first - start))
                .kept(where: isUsable, else: average)
            previous = input.first.kept(where: isModerate, else: previous)
            return average.kept(where: isUsable, else: .unknown)
        }

        var isSettled: Bool { (average + previous).isKnown.isEverywhere }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> Value {
            let (value, weight) = (input.first, input.second)
            isSound =
                isSound .& value.isModerate .& (weight .> .zero)
                .& (Value(repeating: 1) .> weight)
            average = average + weight * (value - average)
            previous = value
            return average
        }
    }
}

extension CompiledKernel {
    /// An average of the first input that moves by the share that the second says.
    public static let adaptiveAverage = Self(AdaptiveAverage())
}
