/// The volume of a bar, counted by where its close lies between its high and its low.
///
/// - Definition: v ((c − l) − (h − c)) / (h − l); 0 where h = l.
/// - Shape: `high, low, close, volume → [bar]`. Units: those of the volume.
/// - Lookback: 0. Kind: windowed. Magnitude: the largest
///   intermediate value.
/// - Missing: an unknown input gives an unknown output; so does an overflow.
/// - Complexity: O(1) per bar and lane.
/// - Source: Chaikin, in Achelis, Technical Analysis from A to Z, 2nd ed., 2000. Its sum matches
///   TA-Lib `AD`.
struct FlowVolume: Kernel {
    static let name = "flow-volume"
    static let source = "Achelis, Technical Analysis from A to Z, 2nd ed., 2000"
    static let inputNames = ["high", "low", "close", "volume"]

    var lookback: Int { 0 }
    var unit: KernelUnit { .volume }
    var kind: KernelKind { .windowed }
    func scalar() -> State<Double> { State() }
    func laned() -> State<Lanes> { State() }

    struct State<Value: Lane>: Recurrence {
        // A padding byte: raw memory needs a size.
        private let padding: UInt8 = 0

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value { flow(input) }
    }

    @inline(__always)
    static func flow<Value: Lane>(_ input: Inputs<Value>) -> Value {
        let (high, low, close) = (input.first, input.second, input.third)
        let (balance, range) = ((close - low) - (high - close), high - low)
        let share = Value.zero.kept(where: range .== .zero, else: balance / range)
        return (share + (balance - balance)) * input.fourth
    }
}

extension CompiledKernel {
    /// The volume of a bar by where its close lies, of high, low, close and volume.
    public static let flowVolume = Self(FlowVolume())
}
