/// Wilder's average of the true range.
///
/// - Definition: aₜ = aₜ₋₁ + (rₜ − aₜ₋₁) / n, computed two bars at a time (`SeededAverage`), r the
///   `TrueRange`. Seed: the mean of the first n ranges; the first bar has none.
/// - Shape: `high, low, close → [bar]`; the first `period` values are unknown. Units: price.
/// - Lookback: `period`. Kind: settling. Magnitude: the largest |price| so far.
/// - Missing: an unknown input gives an unknown output and leaves the average unchanged; the
///   previous close is the last known one. A range of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Wilder, New Concepts in Technical Trading Systems, 1978. Matches TA-Lib `ATR`.
struct AverageTrueRange: Kernel {
    static let name = "average-true-range"
    static let source = "Wilder, New Concepts in Technical Trading Systems, 1978"
    static let inputNames = ["high", "low", "close"]
    let period: Int

    var lookback: Int { period }
    var unit: KernelUnit { .distance }
    var magnitude: KernelMagnitude { .history }
    var kind: KernelKind { .settling(weight: 1 / Double(period), after: lookback) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: SettlingRecurrence {
        static var staysFinite: Bool { true }
        private var before = Value.unknown
        private var average: SeededAverage<Value>

        init(period: Int) {
            average = SeededAverage(period: period, weight: 1 / Double(period))
        }

        var isSettled: Bool { average.isSettled }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let (high, low, close) = (input.first, input.second, input.third)
            let range = trueRange(high, low, after: before) + (close - close)
            before = close.kept(where: close.isKnown, else: before)
            return average.adding(range, where: range.isModerate)
        }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> Value {
            let range = trueRange(input.first, input.second, after: before)
            isSound = isSound .& range.isModerate .& input.third.isKnown
            before = input.third
            return average.addingSettled(range)
        }
    }
}

extension CompiledKernel {
    /// Wilder's average true range of high, low and close.
    public static func averageTrueRange(period: Int) -> Self {
        Self(AverageTrueRange(period: period))
    }
}
