/// Where a value lies between a bottom and a top, in percent.
///
/// - Definition: 100 (x − bottom) / (top − bottom) with the sign 1, and counted from the top with
///   the sign −1: −100 (top − x) / (top − bottom). 0 where top and bottom are equal.
/// - Shape: `high, low, close → [bar]`. Units: percent, 0…100 or −100…0 for a value between them.
/// - Lookback: 0. Kind: windowed. Magnitude: 100.
/// - Missing: an unknown input gives an unknown output; so does an overflow.
/// - Complexity: O(1) per bar and lane.
/// - Source: Lane, Stocks & Commodities 2 (3), 1984. Inside TA-Lib `STOCH` and `WILLR`.
struct RangePosition: Kernel {
    static let name = "range-position"
    static let source = "Lane, Stocks & Commodities 2 (3), 1984"
    static let inputNames = ["high", "low", "close"]
    let sign: Int

    var lookback: Int { 0 }
    var unit: KernelUnit { .percent }
    var magnitude: KernelMagnitude { .number(100) }
    var kind: KernelKind { .windowed }
    func scalar() -> State<Double> { State(isFromTop: sign < 0) }
    func laned() -> State<Lanes> { State(isFromTop: sign < 0) }

    struct State<Value: Lane>: Recurrence {
        private let isFromTop: Bool

        init(isFromTop: Bool) { self.isFromTop = isFromTop }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let (top, bottom, value) = (input.first, input.second, input.third)
            let (way, range) = (isFromTop ? value - top : value - bottom, top - bottom)
            let percent = Value(repeating: 100) * (way / range)
            return Value.zero.kept(where: range .== .zero, else: percent) + (value - value)
        }
    }
}

extension CompiledKernel {
    /// Where the third signal lies in percent of the way from the second up to the first.
    public static let positionInRange = Self(RangePosition(sign: 1))
    /// How far the third signal lies below the first in percent of the way down to the second.
    public static let positionBelowTop = Self(RangePosition(sign: -1))
}
