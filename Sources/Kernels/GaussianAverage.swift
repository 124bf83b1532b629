/// Arnaud Legoux' moving average: weights like a bell over the last n bars.
///
/// - Definition: c + Σ wᵢ (xᵢ − c) / Σ wᵢ, i = 0 … n − 1 from the oldest,
///   wᵢ = exp(−(i − m)² / 2s²), m = `offset` (n − 1), s = n / `sigma`; c is the newest
///   value, so that a constant is met to the bit.
/// - Shape: `[bar] → [bar]`; the first `period − 1` values are unknown. Units: those of the input.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: the largest |x| of the window.
/// - Missing: a window that holds an unknown value is unknown, and heals when it has left.
/// - Complexity: O(n) per bar and lane. Precondition: `period ≥ 1`, `sigma > 0`.
/// - Source: Legoux and Kouzis-Loukas, Arnaud Legoux Moving Average, 2009.
struct GaussianAverage: Kernel {
    static let name = "gaussian-average"
    static let source = "Legoux and Kouzis-Loukas, Arnaud Legoux Moving Average, 2009"
    let period: Int
    let offset: Double
    let sigma: Double

    var lookback: Int { period - 1 }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .window }
    var kind: KernelKind { .windowed }
    var windowLength: Int { 2 * period }
    func scalar() -> State<Double> { State(of: self) }
    func laned() -> State<Lanes> { State(of: self) }

    /// The window holds n inputs, then the n weights, the newest bar's first.
    struct State<Value: Lane>: Stepping {
        private let kernel: GaussianAverage
        private var slot = 0
        private var isWeighed = false
        private var total = Value.zero

        init(of kernel: GaussianAverage) {
            precondition(kernel.period >= 1, "period must be ≥ 1, was \(kernel.period)")
            precondition(kernel.sigma > 0, "sigma must be > 0, was \(kernel.sigma)")
            self.kernel = kernel
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            let period = kernel.period
            if !isWeighed { weigh(&window) }
            window[slot] = input.first
            var (sum, index) = (Value.zero, slot)
            for age in 0..<period {
                sum = sum + window[period + age] * (window[index] - input.first)
                index = index == 0 ? period - 1 : index - 1
            }
            slot = slot + 1 == period ? 0 : slot + 1
            return input.first + sum / total
        }

        private mutating func weigh(_ window: inout MutableSpan<Value>) {
            let period = kernel.period
            let center = kernel.offset * Double(period - 1)
            let width = Double(period) / kernel.sigma
            isWeighed = true
            for age in 0..<period {
                let distance = Double(period - 1 - age) - center
                let weight = ElementaryFunctions.exponential(
                    -(distance * distance) / (2 * width * width))
                window[period + age] = Value(repeating: weight)
                total = total + Value(repeating: weight)
            }
        }
    }
}

extension CompiledKernel {
    /// Arnaud Legoux' moving average of the last `period` bars.
    public static func gaussianAverage(period: Int, offset: Double, sigma: Double) -> Self {
        Self(GaussianAverage(period: period, offset: offset, sigma: sigma))
    }
}
