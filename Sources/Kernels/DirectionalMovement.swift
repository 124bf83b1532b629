/// Wilder's directional system: how strong a trend is, and the shares of movement up and down.
///
/// - Definition: +DI = 100 P / T and −DI = 100 M / T, 0 where T = 0; P, M and T are Wilder's sums
///   of upward movement, downward movement and true range: the sum of n − 1 terms, then
///   s − s / n + x. Upward movement is h − h' where that is positive and more than l' − l.
///   DX = 100 |P − M| / (P + M); where P + M = 0 it keeps its last value, 0 before the first.
///   A bar without movement leaves DX as it was; one without a true range, all of them.
///   ADX is Wilder's average of DX (α = 1 / n, seeded with the mean of the first n).
/// - Shape: `high, low, close → adx, plusDI, minusDI, dx`. Units: percent, 0…100.
/// - Lookback: `2 period − 1` for ADX, `period` for the others. Kind: settling. Magnitude: 100.
/// - Missing: a bar with an unknown input is skipped. A magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Wilder, New Concepts in Technical Trading Systems, 1978. Matches TA-Lib `ADX`,
///   `PLUS_DI`, `MINUS_DI` and `DX`.
struct DirectionalMovement: Kernel {
    static let name = "directional-movement"
    static let source = "Wilder, New Concepts in Technical Trading Systems, 1978"
    static let inputNames = ["high", "low", "close"]
    static let outputNames = ["adx", "plusDI", "minusDI", "dx"]
    let period: Int

    var lookback: Int { 2 * period - 1 }
    func lookback(ofOutput index: Int) -> Int { index == 0 ? lookback : period }
    var unit: KernelUnit { .percent }
    var magnitude: KernelMagnitude { .number(100) }
    /// Two exponential averages in a row: each takes its time, and the ratio a little more.
    var kind: KernelKind {
        .settling(bars: lookback + 2 * KernelKind.barsToForget(weight: 1 / Double(period)))
    }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: SettlingRecurrence {
        static var staysFinite: Bool { true }
        private var sums: DirectionalSums<Value>
        private var (index, plus, minus) = (Value.unknown, Value.unknown, Value.unknown)
        private var average: SeededAverage<Value>

        init(period: Int) {
            sums = DirectionalSums(period: period)
            average = SeededAverage(period: period, weight: 1 / Double(period))
        }

        var isSettled: Bool { sums.isSettled && average.isSettled }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> FourOutputs<Value> {
            let sums = sums.adding(input)
            let isReady = sums.range.isKnown
            let isLater = index.isKnown
            let isKept = sums.isStill .& isLater
            let last = index.kept(where: isLater, else: .zero)
            let present = Self.index(after: sums, last, where: sums.isUnmoved .& isLater)
            let up = plus.kept(where: isKept, else: Self.share(of: sums.rise, in: sums.range))
            let down = minus.kept(where: isKept, else: Self.share(of: sums.fall, in: sums.range))
            index = present.kept(where: isReady, else: index)
            plus = up.kept(where: isReady, else: plus)
            minus = down.kept(where: isReady, else: minus)
            return FourOutputs(
                average.adding(index, where: isReady), up.kept(where: isReady, else: .unknown),
                down.kept(where: isReady, else: .unknown),
                index.kept(where: isReady, else: .unknown))
        }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> FourOutputs<Value> {
            let sums = sums.addingSettled(input, &isSound)
            index = Self.index(after: sums, index, where: sums.isUnmoved)
            plus = plus.kept(
                where: sums.isStill, else: Self.share(of: sums.rise, in: sums.range))
            minus = minus.kept(
                where: sums.isStill, else: Self.share(of: sums.fall, in: sums.range))
            return FourOutputs(average.addingSettled(index), plus, minus, index)
        }

        /// DX; the last one where it is kept, and where nothing has moved.
        @inline(__always)
        private static func index(
            after sums: DirectionalSums<Value>.Averages, _ last: Value, where isKept: Value.Mask
        ) -> Value {
            let (difference, total) = (sums.rise - sums.fall, sums.rise + sums.fall)
            let present = Value(repeating: 100) * (difference.magnitude / total)
            return present.kept(where: .!isKept .& (total .> .zero), else: last)
        }

        @inline(__always)
        private static func share(of sum: Value, in range: Value) -> Value {
            let percent = Value(repeating: 100) * (sum / range)
            return Value.zero.kept(where: range .== .zero, else: percent)
        }
    }
}

extension CompiledKernel {
    /// Wilder's ADX, +DI, −DI and DX of high, low and close, each 0…100.
    public static func directionalMovement(period: Int) -> Self {
        Self(DirectionalMovement(period: period))
    }
}
