/// Wilder's directional indicator: the share of upward (or downward) movement in the true range.
///
/// - Definition: 100 P / T, or 100 M / T where `sign` is −1; P, M and T are Wilder's sums of upward
///   movement, downward movement and true range: the sum of n − 1 terms, then s − s / n + x. 0
///   where T = 0. Upward movement is h − h' where that is positive and more than l' − l.
/// - Shape: `high, low, close → [bar]`; the first `period` values are unknown. Units: percent,
///   0…100.
/// - Lookback: `period`. Kind: settling. Magnitude: 100.
/// - Missing: a bar with an unknown input is skipped. A magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Wilder, New Concepts in Technical Trading Systems, 1978. Matches TA-Lib `PLUS_DI`
///   and `MINUS_DI`.
struct DirectionalIndicator: Kernel {
    static let name = "directional-indicator"
    let period: Int
    let sign: Int

    var inputCount: Int { 3 }
    var lookback: Int { period }
    var kind: KernelKind { .settling(weight: 1 / Double(period), after: lookback) }
    func scalar() -> State<Double> { State(period: period, isRise: sign > 0) }
    func laned() -> State<Lanes> { State(period: period, isRise: sign > 0) }

    struct State<Value: Lane>: Recurrence {
        static var staysFinite: Bool { true }
        private var sums: DirectionalSums<Value>
        private let isRise: Bool

        init(period: Int, isRise: Bool) {
            (sums, self.isRise) = (DirectionalSums(period: period), isRise)
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let isReady = sums.add(input)
            let share = (isRise ? sums.rise : sums.fall) / sums.range
            let percent = Value(repeating: 100) * share
            return Value.zero.kept(where: sums.range .== .zero, else: percent)
                .kept(where: isReady, else: .unknown)
        }
    }
}

extension CompiledKernel {
    /// Wilder's +DI of high, low and close, 0…100.
    public static func plusDirectionalIndicator(period: Int) -> Self {
        Self(DirectionalIndicator(period: period, sign: 1))
    }

    /// Wilder's −DI of high, low and close, 0…100.
    public static func minusDirectionalIndicator(period: Int) -> Self {
        Self(DirectionalIndicator(period: period, sign: -1))
    }
}
