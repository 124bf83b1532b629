/// The average directional index one bar earlier.
///
/// - Definition: P and M are the sums of upward and downward movement: the plain sum of the first
///   n − 1, then s − s / n + x. Upward movement is h − h′ where that is positive and not less than
///   l′ − l, so that equal movements count on both sides. DX = 100 |P − M| / (P + M), unknown where
///   nothing has moved and as it was after a bar without movement; the index is Wilder's average of
///   it (α = 1 / n, seeded with the mean of the first n).
/// - Shape: `high, low, close → [bar]`; the first `2 period − 2` values are unknown. Units:
///   percent, 0…100.
/// - Lookback: `2 period − 2`. Kind: settling. Magnitude: 100.
/// - Missing: a bar with an unknown input is skipped. A magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 2`.
/// - Source: Tulip Indicators, `adx`.
struct PlainSumDirectionalIndex: Kernel {
    static let name = "plain-sum-directional-index"
    static let source = "Tulip Indicators, adx"
    static let inputNames = ["high", "low", "close"]
    let period: Int

    var lookback: Int { 2 * period - 2 }
    var unit: KernelUnit { .percent }
    var magnitude: KernelMagnitude { .number(100) }
    /// Two exponential averages in a row: each takes its time, and the ratio a little more.
    var kind: KernelKind {
        .settling(bars: lookback + 2 * KernelKind.barsToForget(weight: 1 / Double(period)))
    }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: Recurrence {
        static var staysFinite: Bool { true }
        private var (high, low) = (Value.unknown, Value.unknown)
        private var (rise, fall, count) = (Value.zero, Value.zero, Value.zero)
        private var index = Value.unknown
        private var average: SeededAverage<Value>
        private let (seed, share): (Value, Value)

        init(period: Int) {
            precondition(period >= 2, "period must be ≥ 2, was \(period)")
            seed = Value(repeating: Double(period - 1))
            share = Value(repeating: 1 / Double(period))
            average = SeededAverage(period: period, weight: 1 / Double(period))
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let (present, lowest) = (input.first, input.second)
            let isBar = (present.magnitude + lowest.magnitude + input.third.magnitude).isModerate
            let (up, down) = (present - high, low - lowest)
            let isMove = (up + down).kept(where: isBar, else: .unknown).isKnown
            count = (count + Value(repeating: 1)).kept(where: isMove, else: count)
            let decay = share.kept(where: count .> seed, else: .zero)
            let (upward, downward) = (movement(up, beside: down), movement(down, beside: up))
            rise = (rise - rise * decay + upward).kept(where: isMove, else: rise)
            fall = (fall - fall * decay + downward).kept(where: isMove, else: fall)
            high = present.kept(where: isBar, else: high)
            low = lowest.kept(where: isBar, else: low)
            let total = rise + fall
            let quotient = Value(repeating: 100) * ((rise - fall).magnitude / total)
            let isReady = .!(seed .> count) .& isMove
            let isKept = (upward + downward .== .zero) .& index.isKnown .| .!isReady
            index = index.kept(where: isKept, else: quotient)
            return average.adding(index, where: isReady .& index.isKnown)
        }

        /// The movement where it is positive and not the smaller one, else zero.
        @inline(__always)
        private func movement(_ move: Value, beside other: Value) -> Value {
            move.kept(where: move .> .zero .& .!(other .> move), else: .zero)
        }
    }
}

extension CompiledKernel {
    /// The average directional index of high, low and close, one bar earlier, 0…100.
    public static func plainSumDirectionalIndex(period: Int) -> Self {
        Self(PlainSumDirectionalIndex(period: period))
    }
}
