/// Chaikin's oscillator: the distance of two exponential averages of accumulation and distribution.
///
/// - Definition: EMA(fast) − EMA(slow) of `AccumulationDistribution`, α = 2 / (n + 1), both seeded
///   with its first value.
/// - Shape: `high, low, close, volume → [bar]`; the first values are unknown. Units: those of the
///   volume.
/// - Lookback: the longer period less 1. Kind: cumulative. Magnitude: the sum of the volumes so
///   far.
/// - Missing: a bar with an unknown input, or with a term of 2¹⁰⁰⁰ or more, is skipped.
/// - Complexity: O(1) per bar and lane. Precondition: both periods ≥ 1.
/// - Source: Chaikin, in Achelis, Technical Analysis from A to Z, 2nd ed., 2000. Matches TA-Lib
///   `ADOSC`.
struct AccumulationOscillator: Kernel {
    static let name = "accumulation-oscillator"
    static let source = "Achelis, Technical Analysis from A to Z, 2nd ed., 2000"
    static let inputNames = ["high", "low", "close", "volume"]
    let fast: Int
    let slow: Int

    var lookback: Int { max(fast, slow) - 1 }
    var unit: KernelUnit { .volume }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State(of: self) }
    func laned() -> State<Lanes> { State(of: self) }

    struct State<Value: Lane>: SettlingRecurrence {
        static var staysFinite: Bool { true }
        private var line = ExactSum<Value>()
        private var (fast, slow): (SeededAverage<Value>, SeededAverage<Value>)
        private var remaining: Value

        init(of kernel: AccumulationOscillator) {
            fast = SeededAverage(period: 1, weight: 2 / Double(kernel.fast + 1))
            slow = SeededAverage(period: 1, weight: 2 / Double(kernel.slow + 1))
            remaining = Value(repeating: Double(kernel.lookback))
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let flow = FlowVolume.flow(input)
            let isUsable = flow.isModerate
            line = line.adding(flow.kept(where: isUsable, else: .zero))
            let (value, isWaiting) = (line.value, remaining .> .zero)
            let distance =
                fast.adding(value, where: isUsable) - slow.adding(value, where: isUsable)
            remaining = (remaining - Value(repeating: 1))
                .kept(where: isWaiting .& isUsable, else: remaining)
            return Value.unknown.kept(where: isWaiting, else: distance)
        }

        var isSettled: Bool {
            fast.isSettled && slow.isSettled && !(remaining .> .zero).isAny
        }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> Value {
            let flow = FlowVolume.flow(input)
            isSound = isSound .& flow.isModerate
            line = line.adding(flow)
            let value = line.value
            return fast.addingSettled(value) - slow.addingSettled(value)
        }
    }
}

extension CompiledKernel {
    /// Chaikin's oscillator of high, low, close and volume.
    public static func accumulationOscillator(fast: Int, slow: Int) -> Self {
        Self(AccumulationOscillator(fast: fast, slow: slow))
    }
}
