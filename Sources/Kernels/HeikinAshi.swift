/// Candles of averages: each begins in the middle of the one before.
///
/// - Definition: close = (o + h + l + c) / 4; open = the middle of the open and close before, at
///   first of this bar's own; high and low are the extremes of the bar with both.
/// - Shape: `open, high, low, close → open, high, low, close`, known from the first bar. Units:
///   price.
/// - Lookback: 0. Kind: settling: the open forgets half at each bar. Magnitude: the largest |price|
///   so far.
/// - Missing: a bar with an unknown input is skipped. A magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane.
/// - Source: Valcu, Stocks & Commodities 22 (2), 2004.
struct HeikinAshi: Kernel {
    static let name = "heikin-ashi"
    static let source = "Valcu, Stocks & Commodities 22 (2), 2004"
    static let inputNames = ["open", "high", "low", "close"]
    static let outputNames = ["open", "high", "low", "close"]

    var lookback: Int { 0 }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .history }
    var kind: KernelKind { .settling(weight: 0.5, after: 0) }
    func scalar() -> State<Double> { State() }
    func laned() -> State<Lanes> { State() }

    struct State<Value: Lane>: Recurrence {
        static var staysFinite: Bool { true }
        private var (open, close) = (Value.unknown, Value.unknown)

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> FourOutputs<Value> {
            let (half, quarter) = (Value(repeating: 0.5), Value(repeating: 0.25))
            let (high, low) = (input.second, input.third)
            let size =
                (input.first.magnitude + high.magnitude)
                + (low.magnitude + input.fourth.magnitude)
            let isBar = size.isModerate
            let middle = quarter * ((input.first + high) + (low + input.fourth))
            let own = half * (input.first + input.fourth)
            let begin = (half * (open + close)).kept(where: open.isKnown, else: own)
            open = begin.kept(where: isBar, else: open)
            close = middle.kept(where: isBar, else: close)
            let (top, bottom) = (begin.larger(middle), begin.lesser(middle))
            return FourOutputs(
                begin.kept(where: isBar, else: .unknown),
                top.larger(high).kept(where: isBar, else: .unknown),
                bottom.lesser(low).kept(where: isBar, else: .unknown),
                middle.kept(where: isBar, else: .unknown))
        }
    }
}

extension CompiledKernel {
    /// Candles of averages, of open, high, low and close.
    public static let heikinAshi = Self(HeikinAshi())
}
