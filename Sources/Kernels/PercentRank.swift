/// The share of the n bars before this one whose value is less than this one's, in percent.
///
/// - Definition: 100 #{i : xₜ₋ᵢ < xₜ, 1 ≤ i ≤ n} / n. Equal values do not count.
/// - Shape: `[bar] → [bar]`; the first `period` values are unknown. Units: percent, 0…100.
/// - Lookback: `period`. Kind: windowed. Magnitude: 100.
/// - Missing: unknown while one of the n + 1 values is, and heals when it has left.
/// - Complexity: O(n) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Connors and Alvarez, An Introduction to ConnorsRSI, 2012.
struct PercentRank: Kernel {
    static let name = "percent-rank"
    static let source = "Connors and Alvarez, An Introduction to ConnorsRSI, 2012"
    let period: Int

    var lookback: Int { period }
    var unit: KernelUnit { .percent }
    var magnitude: KernelMagnitude { .number(100) }
    var kind: KernelKind { .windowed }
    var windowLength: Int { period }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: Stepping {
        static var staysFinite: Bool { true }
        private let period: Int
        private var slot = 0
        private let count: Value

        init(period: Int) {
            precondition(period >= 1, "period must be ≥ 1, was \(period)")
            (self.period, count) = (period, Value(repeating: Double(period)))
        }

        /// Counts are exact in any order, so that the ring may be walked as it lies.
        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            var (less, comparable) = (Value.zero, Value.zero)
            let (one, value) = (Value(repeating: 1), input.first)
            for index in 0..<period {
                let earlier = window[index]
                let isComparable = (value .> earlier) .| (earlier .> value) .| (value .== earlier)
                less = less + one.kept(where: value .> earlier, else: .zero)
                comparable = comparable + one.kept(where: isComparable, else: .zero)
            }
            window[slot] = value
            slot = slot + 1 == period ? 0 : slot + 1
            let rank = Value(repeating: 100) * (less / count)
            return rank.kept(where: comparable .== count, else: .unknown)
        }
    }
}

extension CompiledKernel {
    /// The share of the last `period` bars before this one that are less than it, in percent.
    public static func percentRank(period: Int) -> Self { Self(PercentRank(period: period)) }
}
