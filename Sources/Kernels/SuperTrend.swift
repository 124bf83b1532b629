/// A stop that follows the price at some average true ranges, and the trend that it tells.
///
/// - Definition: upper = m + f a and lower = m − f a with m = (high + low) / 2 and a the average
///   range; the final upper band moves to it where it is lower, or where the close
///   before lay above the final band; the lower band likewise. The trend starts at 1, turns to −1
///   where the close lies below the final lower band, and back where it lies above the upper one.
///   The value is the final lower band in an upward trend, else the upper one.
/// - Shape: `high, low, close, range → value, trend`. Units: price; 1 or −1.
/// - Lookback: 0, beside what the range needs. Kind: cumulative. Magnitude: the largest
///   |price| + f a.
/// - Missing: a bar with an unknown input is skipped. A magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane.
/// - Source: Seban, Le SuperTrend, 2009.
struct SuperTrend: Kernel {
    static let name = "super-trend"
    static let source = "Seban, Le SuperTrend, 2009"
    static let inputNames = ["high", "low", "close", "range"]
    static let outputNames = ["value", "trend"]
    let factor: Double

    var lookback: Int { 0 }
    var unit: KernelUnit { .input }
    func unit(ofOutput index: Int) -> KernelUnit { index == 0 ? .input : .number }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State(factor: factor) }
    func laned() -> State<Lanes> { State(factor: factor) }

    struct State<Value: Lane>: Recurrence {
        private var (upper, lower, close) = (Value.unknown, Value.unknown, Value.unknown)
        private var trend = Value(repeating: 1)
        private let factor: Value

        init(factor: Double) { self.factor = Value(repeating: factor) }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> TwoOutputs<Value> {
            let size = (input.first.magnitude + input.second.magnitude)
            let isUsable = (size + input.third.magnitude + input.fourth.magnitude).isModerate
            let middle = (input.first + input.second) / Value(repeating: 2)
            let width = factor * input.fourth
            let (high, low) = (middle + width, middle - width)
            let isBroken = close .> upper
            let isLost = lower .> close
            // Before the first bar the bands are unknown, and no comparison holds them.
            let top = upper.kept(where: high .> upper, else: high)
            let finalUpper = high.kept(where: isBroken, else: top)
            let bottom = lower.kept(where: lower .> low, else: low)
            let finalLower = low.kept(where: isLost, else: bottom)
            let isUp = trend .> .zero
            let falling = Value(repeating: -1).kept(
                where: finalLower .> input.third, else: Value(repeating: 1))
            let rising = Value(repeating: 1).kept(
                where: input.third .> finalUpper, else: Value(repeating: -1))
            let present = falling.kept(where: isUp, else: rising)
            upper = finalUpper.kept(where: isUsable, else: upper)
            lower = finalLower.kept(where: isUsable, else: lower)
            trend = present.kept(where: isUsable, else: trend)
            close = input.third.kept(where: isUsable, else: close)
            let shown = lower.kept(where: trend .> .zero, else: upper)
            return TwoOutputs(
                shown.kept(where: isUsable, else: .unknown),
                trend.kept(where: isUsable, else: .unknown))
        }
    }
}

extension CompiledKernel {
    /// The SuperTrend of high, low, close and an average range, and its trend.
    public static func superTrend(factor: Double) -> Self { Self(SuperTrend(factor: factor)) }
}
