/// Wilder's average directional index: how strong a trend is, whatever its direction.
///
/// - Definition: Wilder average (α = 1 / n, seeded with the mean of the first n) of
///   DX = 100 |P − M| / (P + M), where P and M are Wilder's sums of upward and downward movement
///   (the sum of n − 1 movements, then s − s / n + x). Where P + M = 0, DX keeps its last value,
///   0 before the first.
/// - Shape: `high, low, close → [bar]`; the first `2 period − 1` values are unknown. Units:
///   percent, 0…100.
/// - Lookback: `2 period − 1`. Kind: settling. Magnitude: 100.
/// - Missing: a bar with an unknown input is skipped. A magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Wilder, New Concepts in Technical Trading Systems, 1978. Matches TA-Lib `ADX`.
struct AverageDirectionalIndex: Kernel {
    static let name = "average-directional-index"
    let period: Int

    var inputCount: Int { 3 }
    var lookback: Int { 2 * period - 1 }
    /// Two exponential averages in a row: each takes its time, and the ratio a little more.
    var kind: KernelKind {
        .settling(bars: lookback + 2 * KernelKind.barsToForget(weight: 1 / Double(period)))
    }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: Recurrence {
        static var staysFinite: Bool { true }
        private var sums: DirectionalSums<Value>
        private var index = Value.zero
        private var average: SeededAverage<Value>

        init(period: Int) {
            sums = DirectionalSums(period: period)
            average = SeededAverage(period: period, weight: 1 / Double(period))
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let isReady = sums.add(input)
            let (difference, total) = (sums.rise - sums.fall, sums.rise + sums.fall)
            let present = Value(repeating: 100) * (difference.magnitude / total)
            let held = present.kept(where: total .> .zero, else: index)
            index = held.kept(where: isReady, else: index)
            return average.adding(index, where: isReady)
        }
    }
}

extension CompiledKernel {
    /// Wilder's average directional index of high, low and close, 0…100.
    public static func averageDirectionalIndex(period: Int) -> Self {
        Self(AverageDirectionalIndex(period: period))
    }
}
