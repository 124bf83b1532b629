/// One of two values, as a condition says.
///
/// - Definition: the second input where the first is greater than 0, else the third.
/// - Shape: `condition, then, otherwise → [bar]`. Units: that of the values.
/// - Lookback: 0. Kind: windowed. Magnitude: 0, the value is exact.
/// - Missing: unknown where the condition is; the value that is not chosen does not matter.
/// - Complexity: O(1) per bar and lane.
/// - Source: the conditional expression of any language.
struct Choice: Kernel {
    static let name = "choice"
    static let source = "the conditional expression"
    static let inputNames = ["condition", "then", "otherwise"]

    var lookback: Int { 0 }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .exact }
    var kind: KernelKind { .windowed }
    func scalar() -> State<Double> { State() }
    func laned() -> State<Lanes> { State() }

    struct State<Value: Lane>: Recurrence {
        static var staysFinite: Bool { true }
        // A padding byte: raw memory needs a size.
        private let padding: UInt8 = 0

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            input.second.kept(where: input.first .> .zero, else: input.third)
                .kept(where: input.first.isKnown, else: .unknown)
        }
    }
}

extension CompiledKernel {
    /// The second signal where the first is greater than 0, else the third.
    public static let choice = Self(Choice())
}
