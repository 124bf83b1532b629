/// Accumulation and distribution: the volume of every bar, counted by where its close lies.
///
/// - Definition: Σ v ((c − l) − (h − c)) / (h − l) since the origin; a bar without range adds
///   nothing. The sum keeps what rounding takes from it (`ExactSum`).
/// - Shape: `high, low, close, volume → [bar]`. Units: those of the volume.
/// - Lookback: 0. Kind: cumulative. Magnitude: the sum of the volumes so far.
/// - Missing: a bar with an unknown input, or with a term of 2¹⁰⁰⁰ or more, is skipped.
/// - Complexity: O(1) per bar and lane.
/// - Source: Chaikin, in Achelis, Technical Analysis from A to Z, 2nd ed., 2000. Matches TA-Lib
///   `AD`.
struct AccumulationDistribution: Kernel {
    static let name = "accumulation-distribution"
    static let source = "Achelis, Technical Analysis from A to Z, 2nd ed., 2000"
    static let inputNames = ["high", "low", "close", "volume"]

    var lookback: Int { 0 }
    var unit: KernelUnit { .volume }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State() }
    func laned() -> State<Lanes> { State() }

    struct State<Value: Lane>: SettlingRecurrence {
        static var staysFinite: Bool { true }
        private var sum = ExactSum<Value>()

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let flow = FlowVolume.flow(input)
            let isUsable = flow.isModerate
            sum = sum.adding(flow.kept(where: isUsable, else: .zero))
            return sum.value.kept(where: isUsable, else: .unknown)
        }

        var isSettled: Bool { true }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> Value {
            let flow = FlowVolume.flow(input)
            isSound = isSound .& flow.isModerate
            sum = sum.adding(flow)
            return sum.value
        }
    }
}

extension CompiledKernel {
    /// Accumulation and distribution of high, low, close and volume.
    public static let accumulationDistribution = Self(AccumulationDistribution())
}
