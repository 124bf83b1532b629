/// A quantile of the last n bars: the median at ½.
///
/// - Definition: the window in ascending order, x₀ … xₙ₋₁; at the place p = q (n − 1) it is
///   x⌊p⌋ + (p − ⌊p⌋) (x⌊p⌋₊₁ − x⌊p⌋).
/// - Shape: `[bar] → [bar]`; the first `period − 1` values are unknown. Units: those of the input.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: the largest |x| of the window. A zero is
///   +0.
/// - Missing: a window that holds an unknown value is unknown, and heals when it has left.
/// - Complexity: O(n) per bar and lane: the window is kept in order, and each bar passes over it
///   twice. Precondition: `period ≥ 1`, `0 ≤ quantile ≤ 1`.
/// - Source: Hyndman and Fan, The American Statistician 50 (4), 1996, definition 7.
struct RollingQuantile: Kernel {
    static let name = "rolling-quantile"
    static let source = "Hyndman and Fan, The American Statistician 50 (4), 1996"
    let period: Int
    let quantile: Double

    var lookback: Int { period - 1 }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .window }
    var kind: KernelKind { .windowed }
    var windowLength: Int { 2 * period }
    var windowFill: Double { .infinity }
    func scalar() -> State<Double> { State(of: self) }
    func laned() -> State<Lanes> { State(of: self) }

    /// The window holds n inputs in their order of time, then in ascending order. Infinity stands
    /// for unknown, and so lies behind every known value.
    struct State<Value: Lane>: Stepping {
        private let period: Int
        private let (lower, upper): (Int, Int)
        private let rest: Value
        private var slot = 0

        init(of kernel: RollingQuantile) {
            precondition(kernel.period >= 1, "period must be ≥ 1, was \(kernel.period)")
            precondition(
                (0...1).contains(kernel.quantile), "quantile is 0…1, was \(kernel.quantile)")
            period = kernel.period
            let place = kernel.quantile * Double(period - 1)
            lower = Int(place)
            upper = min(lower + 1, period - 1)
            rest = Value(repeating: place - Double(lower))
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            let infinity = Value(repeating: .infinity)
            let known = input.first + .zero
            let newest = known.kept(where: known.isKnown, else: infinity)
            replace(window[slot], by: newest, in: &window)
            window[slot] = newest
            slot = slot + 1 == period ? 0 : slot + 1
            let (low, high) = (window[period + lower], window[period + upper])
            let value = low + rest * (high - low)
            return value.kept(where: infinity .> window[2 * period - 1], else: .unknown)
        }

        /// Takes one value out of the ascending order and puts another in.
        @inline(__always)
        private func replace(
            _ oldest: Value, by newest: Value, in window: inout MutableSpan<Value>
        ) {
            let last = 2 * period - 1
            var isPast = Value.zero
            for index in period..<last {
                let one = Value(repeating: 1)
                isPast = one.kept(where: window[index] .== oldest, else: isPast)
                window[index] = window[index + 1].kept(
                    where: isPast .> .zero, else: window[index])
            }
            var carried = newest
            for index in period..<last {
                let value = window[index]
                let isAbove = value .> carried
                window[index] = carried.kept(where: isAbove, else: value)
                carried = value.kept(where: isAbove, else: carried)
            }
            window[last] = carried
        }
    }
}

extension CompiledKernel {
    /// The value at the share `quantile` of the last `period` bars in order, 0…1.
    public static func rollingQuantile(period: Int, quantile: Double) -> Self {
        Self(RollingQuantile(period: period, quantile: quantile))
    }
}
