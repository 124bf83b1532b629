/// How many bars in a row the input rose, or fell.
///
/// - Definition: one more than before where it rose and had not fallen, 1 where it rose after a
///   fall; falling likewise, negative; 0 where it stayed and at the first bar.
/// - Shape: `[bar] → [bar]`, known from the first bar. Units: bars.
/// - Lookback: 0. Kind: cumulative. Magnitude: 0, the value is exact.
/// - Missing: an unknown input gives an unknown output and leaves the state unchanged.
/// - Complexity: O(1) per bar and lane.
/// - Source: Connors and Alvarez, An Introduction to ConnorsRSI, 2012.
struct Streak: Kernel {
    static let name = "streak"
    static let source = "Connors and Alvarez, An Introduction to ConnorsRSI, 2012"

    var lookback: Int { 0 }
    var unit: KernelUnit { .bars }
    var magnitude: KernelMagnitude { .exact }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State() }
    func laned() -> State<Lanes> { State() }

    struct State<Value: Lane>: Recurrence {
        static var staysFinite: Bool { true }
        private var (previous, length) = (Value.unknown, Value.zero)

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let (one, isKnown) = (Value(repeating: 1), input.first.isKnown)
            let longer = length.kept(where: length .> .zero, else: .zero) + one
            let shorter = length.kept(where: .zero .> length, else: .zero) - one
            let rising = longer.kept(where: input.first .> previous, else: .zero)
            let present = shorter.kept(where: previous .> input.first, else: rising)
            length = present.kept(where: isKnown, else: length)
            previous = input.first.kept(where: isKnown, else: previous)
            return length.kept(where: isKnown, else: .unknown)
        }
    }
}

extension CompiledKernel {
    /// How many bars in a row the input rose; negative where it fell.
    public static let streak = Self(Streak())
}
