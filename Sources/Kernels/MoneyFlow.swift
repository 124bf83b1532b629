/// The money that flowed into a rising bar, and that of a falling one.
///
/// - Definition: (h + l + c) / 3 × volume, counted up where h + l + c rose against the bar before,
///   down where it fell, to neither side where it stayed. Sums that differ by less than 2⁻⁴⁹ of
///   themselves are equal: decimals that add up to the same do so in binary only up to rounding.
/// - Shape: `high, low, close, volume → up, down`; the first value is unknown. Units: price times
///   volume.
/// - Lookback: 1. Kind: windowed. Magnitude: the output.
/// - Missing: unknown where an input is, and at the bar after. A magnitude of 2¹⁰⁰⁰ or more is
///   unknown.
/// - Complexity: O(1) per bar and lane.
/// - Source: Quong and Soudack, Stocks & Commodities 7 (3), 1989. Inside TA-Lib `MFI`.
struct MoneyFlow: Kernel {
    static let name = "money-flow"
    static let source = "Quong and Soudack, Stocks & Commodities 7 (3), 1989"
    static let inputNames = ["high", "low", "close", "volume"]
    static let outputNames = ["up", "down"]

    var lookback: Int { 1 }
    var unit: KernelUnit { .product }
    var magnitude: KernelMagnitude { .output }
    var kind: KernelKind { .windowed }
    func scalar() -> State<Double> { State() }
    func laned() -> State<Lanes> { State() }

    struct State<Value: Lane>: Recurrence {
        private var previous = Value.unknown

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> TwoOutputs<Value> {
            let total = (input.first + input.second) + input.third
            let typical = total / Value(repeating: 3)
            let flow = (typical * input.fourth).finite
            let (change, size) = (total - previous, total.magnitude + previous.magnitude)
            let threshold = Value(repeating: 0x1p-50) * size
            let known = flow.kept(where: change.isKnown, else: .unknown)
            let up = known.kept(where: change .> threshold, else: known - known)
            let down = known.kept(where: (.zero - change) .> threshold, else: known - known)
            previous = (total + (input.fourth - input.fourth)).finite
            return TwoOutputs(up, down)
        }
    }
}

extension CompiledKernel {
    /// The money flow of rising and of falling bars, of high, low, close and volume.
    public static let moneyFlow = Self(MoneyFlow())
}
