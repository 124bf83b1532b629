/// The average true range that counts the range of the first bar.
///
/// - Definition: Wilder's average of the true range, which is high − low at the first bar; seeded
///   with the mean of the first n.
/// - Shape: `high, low, close → [bar]`; the first `period − 1` values are unknown. Units: price.
/// - Lookback: `period − 1`. Kind: settling. Magnitude: the largest |price| so far.
/// - Missing: a bar with an unknown input is skipped. A magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Tulip Indicators, `atr`.
struct FirstRangeAverageTrueRange: Kernel {
    static let name = "first-range-average-true-range"
    static let source = "Tulip Indicators, atr"
    static let inputNames = ["high", "low", "close"]
    let period: Int

    var lookback: Int { period - 1 }
    var unit: KernelUnit { .distance }
    var magnitude: KernelMagnitude { .history }
    var kind: KernelKind { .settling(weight: 1 / Double(period), after: 2 * period) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: Recurrence {
        private var previousClose = Value.unknown
        private var average: SeededAverage<Value>

        init(period: Int) {
            average = SeededAverage(period: period, weight: 1 / Double(period))
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let (high, low, close) = (input.first, input.second, input.third)
            let isBar = (high.magnitude + low.magnitude + close.magnitude).isModerate
            let before = previousClose.kept(where: previousClose.isKnown, else: low)
            previousClose = close.kept(where: isBar, else: previousClose)
            return average.adding(trueRange(high, low, after: before), where: isBar)
        }
    }
}

extension CompiledKernel {
    /// The average true range of high, low and close that counts the range of the first bar.
    public static func firstRangeAverageTrueRange(period: Int) -> Self {
        Self(FirstRangeAverageTrueRange(period: period))
    }
}
