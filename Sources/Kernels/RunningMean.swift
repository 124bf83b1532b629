/// The mean of all bars so far, each weighing as much as a second input says; begun anew where a
/// third input changes.
///
/// - Definition: aₜ = aₜ₋₁ + (xₜ − aₜ₋₁) wₜ / Wₜ, Wₜ = Wₜ₋₁ + wₜ: a constant is met to the bit.
///   Both keep what rounding takes from them (`ExactSum`), for late steps are small.
///   Where the third input differs from the last known one, W starts from 0.
/// - Shape: `value, volume, session → [bar]`, known from the first weight that is not 0. Units:
///   those of the first input.
/// - Lookback: 0. Kind: cumulative. Magnitude: the largest |x| so far.
/// - Missing: a bar with an unknown input is skipped. While W is 0 the output is unknown. A
///   magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane.
/// - Source: Berkowitz, Logue, Noser, Journal of Finance 43 (1), 1988.
struct RunningMean: Kernel {
    static let name = "running-mean"
    static let source = "Berkowitz, Logue, Noser, Journal of Finance 43 (1), 1988"
    static let inputNames = ["value", "volume", "session"]

    var lookback: Int { 0 }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .history }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State() }
    func laned() -> State<Lanes> { State() }

    struct State<Value: Lane>: Recurrence {
        private var (mean, weight) = (ExactSum<Value>(), ExactSum<Value>())
        private var session = Value.unknown

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let size = input.first.magnitude + input.second.magnitude
            let isUsable = (size + (input.third - input.third)).isModerate
            let before = weight.kept(where: input.third .== session, else: ExactSum())
            let total = before.adding(input.second)
            let sum = total.value
            let share = Value.zero.kept(where: sum .== .zero, else: input.second / sum)
            let start = ExactSum(input.first).kept(where: before.value .== .zero, else: mean)
            let moved = start.adding((input.first - start.rounded - start.lost) * share)
            mean = moved.kept(where: isUsable, else: mean)
            weight = total.kept(where: isUsable, else: weight)
            session = input.third.kept(where: isUsable, else: session)
            return Value.unknown.kept(where: weight.value .== .zero, else: mean.value)
                .kept(where: isUsable, else: .unknown)
        }
    }
}

extension CompiledKernel {
    /// The mean of all bars of the first input, weighed by the second, begun anew where the third
    /// changes.
    public static let runningMean = Self(RunningMean())
}
