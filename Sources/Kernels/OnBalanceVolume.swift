/// On-balance volume: the volume of rising bars less that of falling ones.
///
/// - Definition: oₜ = oₜ₋₁ + vₜ where the close rose, − vₜ where it fell, unchanged on a tie;
///   o₀ = v₀.
/// - Shape: `close, volume → [bar]`, known from the first bar. Units: those of the volume.
/// - Lookback: 0. Kind: cumulative. Magnitude: Σ|v|.
/// - Missing: a bar with an unknown close or volume is skipped: its output is unknown, and the
///   next one compares with the close before it. A magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane.
/// - Source: Granville, New Key to Stock Market Profits, 1963. Matches TA-Lib `OBV`.
struct OnBalanceVolume: Kernel {
    static let name = "on-balance-volume"
    static let source = "Granville, New Key to Stock Market Profits, 1963"
    static let inputNames = ["close", "volume"]

    var lookback: Int { 0 }
    var unit: KernelUnit { .volume }
    var magnitude: KernelMagnitude { .total }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State() }
    func laned() -> State<Lanes> { State() }

    struct State<Value: Lane>: SettlingRecurrence {
        static var staysFinite: Bool { true }
        private var (previous, balance) = (Value.unknown, Value.zero)

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let (close, volume) = (input.first, input.second)
            let isKnown = (volume.magnitude + (close - close)).isModerate
            let rising = volume.kept(where: close .> previous, else: .zero)
            let move = (.zero - volume).kept(where: previous .> close, else: rising)
            let change = move.kept(where: previous.isKnown, else: volume)
            balance = (balance + change).kept(where: isKnown, else: balance)
            previous = close.kept(where: isKnown, else: previous)
            return balance.kept(where: isKnown, else: .unknown)
        }

        var isSettled: Bool { previous.isKnown.isEverywhere }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> Value {
            let (close, volume) = (input.first, input.second)
            isSound = isSound .& (volume.magnitude + (close - close)).isModerate
            // Two choices that need no branch: which way a bar goes cannot be foretold.
            let rising = volume.kept(where: close .> previous, else: .zero)
            let falling = volume.kept(where: previous .> close, else: .zero)
            balance = balance + (rising - falling)
            previous = close
            return balance
        }
    }
}

extension CompiledKernel {
    /// The volume of rising bars less that of falling ones, of close and volume.
    public static let onBalanceVolume = Self(OnBalanceVolume())
}
