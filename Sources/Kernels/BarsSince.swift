/// How many bars ago something last was the case.
///
/// - Definition: 0 where the input is greater than 0, else one more than before.
/// - Shape: `[bar] → [bar]`, unknown before the first bar at which it is the case. Units: bars.
/// - Lookback: 0. Kind: cumulative. Magnitude: 0, the value is exact.
/// - Missing: an unknown input gives an unknown output and leaves the state unchanged.
/// - Complexity: O(1) per bar and lane.
/// - Source: the bars since a condition of the charting languages.
struct BarsSince: Kernel {
    static let name = "bars-since"
    static let source = "the bars since a condition of charting languages"

    var lookback: Int { 0 }
    var unit: KernelUnit { .bars }
    var magnitude: KernelMagnitude { .exact }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State() }
    func laned() -> State<Lanes> { State() }

    struct State<Value: Lane>: Recurrence {
        static var staysFinite: Bool { true }
        private var count = Value.unknown

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let isKnown = input.first.isKnown
            let present = Value.zero.kept(
                where: input.first .> .zero, else: count + Value(repeating: 1))
            count = present.kept(where: isKnown, else: count)
            return present.kept(where: isKnown, else: .unknown)
        }
    }
}

extension CompiledKernel {
    /// How many bars ago the signal last was greater than 0; unknown before the first time.
    public static let barsSince = Self(BarsSince())
}
