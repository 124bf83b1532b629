/// The input without its first known values.
///
/// - Definition: yₜ = xₜ from the k + 1st known input on.
/// - Shape: `[bar] → [bar]`; the first `count` values are unknown. Units: those of the input.
/// - Lookback: `count`. Kind: settling, exact after `count` bars. Magnitude: 0, the value is exact.
/// - Missing: an unknown input gives an unknown output and is not counted.
/// - Complexity: O(1) per bar and lane. Precondition: `count ≥ 0`.
/// - Source: none needed.
struct WarmUp: Kernel {
    static let name = "warm-up"
    let count: Int

    var lookback: Int { count }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .exact }
    var kind: KernelKind { .settling(bars: count) }
    func scalar() -> State<Double> { State(count: count) }
    func laned() -> State<Lanes> { State(count: count) }

    struct State<Value: Lane>: SettlingRecurrence {
        static var staysFinite: Bool { true }
        private var remaining: Value

        init(count: Int) {
            precondition(count >= 0, "a warm-up must be ≥ 0, was \(count)")
            remaining = Value(repeating: Double(count))
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let isWaiting = remaining .> .zero
            let fewer = (remaining - Value(repeating: 1)).kept(where: isWaiting, else: remaining)
            remaining = fewer.kept(where: input.first.isKnown, else: remaining)
            return Value.unknown.kept(where: isWaiting, else: input.first)
        }

        var isSettled: Bool { !(remaining .> .zero).isAny }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> Value { input.first }
    }
}

extension CompiledKernel {
    /// The input without its first `count` known values.
    public static func warmUp(count: Int) -> Self { Self(WarmUp(count: count)) }
}
