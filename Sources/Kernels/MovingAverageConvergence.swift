/// The distance of two exponential averages, its own average, and the distance of these.
///
/// - Definition: line = EMA(fast) − EMA(slow), signal = EMA(line), histogram = line − signal. The
///   average of the longer period is the slow one, by whatever name; the shorter one is seeded
///   late, with the mean of its inputs up to bar slow − 1, so that both start together.
/// - Shape: `[bar] → line, signal, histogram`, all known from the same bar. Units: distances of the
///   input.
/// - Lookback: `max(fast, slow) + signal − 2`. Kind: settling. Magnitude: the largest |x| so far.
/// - Missing: an unknown input gives an unknown output and leaves the state unchanged. A
///   magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane. Precondition: every period ≥ 1.
/// - Source: Appel, Technical Analysis: Power Tools for Active Investors, 2005. Matches TA-Lib
///   `MACD`; with weights 0.15 and 0.075 `MACDFIX`.
struct MovingAverageConvergence: Kernel {
    static let name = "moving-average-convergence"
    static let source = "Appel, Technical Analysis: Power Tools for Active Investors, 2005"
    static let outputNames = ["line", "signal", "histogram"]
    let fast: Int
    let slow: Int
    let signal: Int
    let fastWeight: Double
    let slowWeight: Double

    var lookback: Int { max(fast, slow) + signal - 2 }
    var unit: KernelUnit { .distance }
    var magnitude: KernelMagnitude { .history }
    var kind: KernelKind {
        let weights = [min(fastWeight, slowWeight), 2 / Double(signal + 1)]
        return .settling(
            bars: lookback + weights.map(KernelKind.barsToForget(weight:)).reduce(0, +))
    }
    func scalar() -> State<Double> { State(of: self) }
    func laned() -> State<Lanes> { State(of: self) }

    struct State<Value: Lane>: SettlingRecurrence {
        static var staysFinite: Bool { true }
        private var (fast, slow): (SeededAverage<Value>, SeededAverage<Value>)
        private var signal: SeededAverage<Value>

        init(of kernel: MovingAverageConvergence) {
            let longest = max(kernel.fast, kernel.slow)
            fast = SeededAverage(
                period: kernel.fast, weight: kernel.fastWeight, delay: longest - kernel.fast)
            slow = SeededAverage(
                period: kernel.slow, weight: kernel.slowWeight, delay: longest - kernel.slow)
            if kernel.fast > kernel.slow { (fast, slow) = (slow, fast) }
            signal = SeededAverage(period: kernel.signal, weight: 2 / Double(kernel.signal + 1))
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> ThreeOutputs<Value> {
            let isUsable = input.first.isModerate
            let line =
                fast.adding(input.first, where: isUsable)
                - slow.adding(input.first, where: isUsable)
            let average = signal.adding(line, where: line.isModerate)
            let histogram = line - average
            return ThreeOutputs(
                line.kept(where: average.isKnown, else: .unknown), average, histogram)
        }

        var isSettled: Bool { signal.isSettled }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> ThreeOutputs<Value> {
            let line = fast.addingSettled(input.first) - slow.addingSettled(input.first)
            isSound = isSound .& input.first.isModerate .& line.isModerate
            let average = signal.addingSettled(line)
            return ThreeOutputs(line, average, line - average)
        }
    }
}

extension CompiledKernel {
    /// The distance of two exponential averages, its average and their distance.
    public static func movingAverageConvergence(fast: Int, slow: Int, signal: Int) -> Self {
        Self(
            MovingAverageConvergence(
                fast: fast, slow: slow, signal: signal, fastWeight: 2 / Double(fast + 1),
                slowWeight: 2 / Double(slow + 1)))
    }

    /// The same with Appel's rounded weights: 0.15 over 12 bars and 0.075 over 26.
    public static func fixedConvergence(signal: Int) -> Self {
        Self(
            MovingAverageConvergence(
                fast: 12, slow: 26, signal: signal, fastWeight: 0.15, slowWeight: 0.075))
    }
}
