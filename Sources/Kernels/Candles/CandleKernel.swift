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
struct CandleKernel<Shape: CandleShape>: Kernel {
    static var name: String { Shape.pattern.rawValue }
    static var source: String { "Morris, Candlestick Charting Explained, 1992" }
    static var inputNames: [String] { ["open", "high", "low", "close"] }

    var lookback: Int { Shape.lookback }
    var unit: KernelUnit { .number }
    var magnitude: KernelMagnitude { .exact }
    var kind: KernelKind { .windowed }
    var windowLength: Int { CandleMemory<Double>.length }
    func scalar() -> State<Double> { State(penetration: 0) }
    func laned() -> State<Lanes> { State(penetration: 0) }

    struct State<Value: Lane>: Stepping {
        static var staysFinite: Bool { true }
        private let penetration: Value
        private let lookback = Value(repeating: Double(Shape.lookback))
        private var memory = CandleMemory<Value>(settings: Shape.settings)

        init(penetration: Double) { self.penetration = Value(repeating: penetration) }

        /// One body for columns and single bars: the patterns are many.
        @inline(never)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            memory.add(input, to: &window)
            let value = Shape.value(memory.candles(in: window, penetration: penetration))
            return value.kept(where: memory.knownBars .> lookback, else: .unknown)
        }
    }
}

/// A candlestick pattern in which a candle has to push into the body of another: by `penetration`
/// of it. All else is as in `CandleKernel`.
struct PenetrationKernel<Shape: CandleShape>: Kernel {
    static var name: String { CandleKernel<Shape>.name }
    static var source: String { CandleKernel<Shape>.source }
    static var inputNames: [String] { CandleKernel<Shape>.inputNames }
    let penetration: Double

    var lookback: Int { Shape.lookback }
    var unit: KernelUnit { .number }
    var magnitude: KernelMagnitude { .exact }
    var kind: KernelKind { .windowed }
    var windowLength: Int { CandleMemory<Double>.length }
    func scalar() -> CandleKernel<Shape>.State<Double> { .init(penetration: penetration) }
    func laned() -> CandleKernel<Shape>.State<Lanes> { .init(penetration: penetration) }
}
