/// Chande's momentum oscillator as TA-Lib smooths it: the balance of gains and losses in all
/// movement.
///
/// - Definition: 100 (G − L) / (G + L); G and L are Wilder averages (α = 1 / n) of gains and
///   losses, seeded with the mean of the first n changes. 0 when nothing moved. A bar without
///   change leaves the index as it was.
/// - Shape: `[bar] → [bar]`; the first `period` values are unknown. Units: percent, −100…100.
/// - Lookback: `period`. Kind: settling. Magnitude: 100.
/// - Missing: an unknown input gives an unknown output and leaves the state unchanged. A change
///   of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Chande and Kroll, The New Technical Trader, 1994. Matches TA-Lib `CMO`.
struct MomentumOscillator: Kernel {
    static let name = "momentum-oscillator"
    static let source = "Chande and Kroll, The New Technical Trader, 1994"
    let period: Int

    var lookback: Int { period }
    var unit: KernelUnit { .percent }
    var magnitude: KernelMagnitude { .number(100) }
    var kind: KernelKind { .settling(weight: 1 / Double(period), after: lookback) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: SettlingRecurrence {
        static var staysFinite: Bool { true }
        private var movement: SeededMovement<Value>
        private var index = Value.unknown

        init(period: Int) { movement = SeededMovement(period: period) }

        var isSettled: Bool { movement.isSettled }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let averages = movement.adding(input.first)
            let isKept = averages.isStill .& index.isKnown
            let present = index.kept(where: isKept, else: Self.balance(averages))
            index = present.kept(where: present.isKnown, else: index)
            return present
        }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> Value {
            let averages = movement.addingSettled(input.first, &isSound)
            index = index.kept(where: averages.isStill, else: Self.balance(averages))
            return index
        }

        @inline(__always)
        private static func balance(_ averages: SeededMovement<Value>.Averages) -> Value {
            let (rise, fall, _) = averages
            let total = rise + fall
            let index = Value(repeating: 100) * ((rise - fall) / total)
            return Value.zero.kept(where: total .== .zero, else: index)
        }
    }
}

extension CompiledKernel {
    /// Chande's momentum oscillator, −100…100, smoothed as TA-Lib does.
    public static func momentumOscillator(period: Int) -> Self {
        Self(MomentumOscillator(period: period))
    }
}
