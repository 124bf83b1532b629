/// A candlestick pattern over open, high, low and close.
///
/// - Definition: the shape's, with the means that its settings ask for.
/// - Shape: `open, high, low, close → [bar]`: 100 where a bullish form ends, −100 where a bearish
///   one does, 0 elsewhere; some shapes grade them (80, 200). Units: none.
/// - Lookback: the longest period of the settings and the bars of the shape. Kind: windowed.
///   Magnitude: exact.
/// - Missing: unknown while one of those bars has an unknown price, or one of 2¹⁰⁰⁰ or more.
/// - Complexity: O(1) per bar and lane.
/// - Source: Nison, Japanese Candlestick Charting Techniques, 1991; Morris, Candlestick Charting
///   Explained, 1992. Matches TA-Lib `CDL…` but for ties of lengths, which rounding decides there.
struct CandleKernel: Kernel {
    static var name: String { "candles" }
    static var source: String { "Morris, Candlestick Charting Explained, 1992" }
    static var inputNames: [String] { ["open", "high", "low", "close"] }

    /// The shape.
    let pattern: CandlePattern
    /// The share of a body by which a candle has to push into it; 0 where the pattern knows none.
    let penetration: Double

    var lookback: Int { pattern.needs.lookback }
    var unit: KernelUnit { .number }
    var magnitude: KernelMagnitude { .exact }
    var kind: KernelKind { .windowed }
    var windowLength: Int { CandleMemory<Double>.length }
    func scalar() -> One { One(state: CandleState(self)) }
    func laned() -> Eight { Eight(state: CandleState(self)) }

    // Written out for both, as no other kernel is: code for any lane would hold each shape a third
    // time.

    /// The state for one instrument.
    struct One: Stepping {
        static var staysFinite: Bool { true }
        fileprivate var state: CandleState<Double>
        mutating func step(_ bar: Inputs<Double>, window: inout MutableSpan<Double>) -> Double {
            state.step(bar, &window)
        }
    }

    /// The state for eight instruments.
    struct Eight: Stepping {
        static var staysFinite: Bool { true }
        fileprivate var state: CandleState<Lanes>
        mutating func step(_ bar: Inputs<Lanes>, window: inout MutableSpan<Lanes>) -> Lanes {
            state.step(bar, &window)
        }
    }
}

/// What a pattern knows between two bars, and its step.
private struct CandleState<Value: Lane>: BitwiseCopyable {
    private let pattern: CandlePattern
    private let penetration: Value
    private let lookback: Value
    private var memory: CandleMemory<Value>

    init(_ kernel: CandleKernel) {
        let needs = kernel.pattern.needs
        (pattern, penetration) = (kernel.pattern, Value(repeating: kernel.penetration))
        lookback = Value(repeating: Double(needs.lookback))
        memory = CandleMemory(settings: needs.settings)
    }

    @inline(__always)
    mutating func step(_ bar: Inputs<Value>, _ window: inout MutableSpan<Value>) -> Value {
        memory.add(bar, to: &window)
        let value = pattern.value(window.span, row: memory.row, penetration: penetration)
        return value.kept(where: memory.knownBars .> lookback, else: .unknown)
    }
}
