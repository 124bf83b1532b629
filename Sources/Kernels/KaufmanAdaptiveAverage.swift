/// Kaufman's adaptive average: it moves fast in a trend and slowly without one.
///
/// - Definition: k ← k + s (x − k), s = (E (f − c) + c)², f = 2 / (fast + 1), c = 2 / (slow + 1),
///   E = |xₜ − xₜ₋ₙ| / Σ|Δx| over n bars, 1 where that is 0 / 0 or more. It starts from the value
///   before the first known E.
/// - Shape: `[bar] → [bar]`; the first `period` values are unknown. Units: those of the input.
/// - Lookback: `period`. Kind: cumulative, for what it forgets depends on the prices. Magnitude:
///   the largest |x| so far.
/// - Missing: while the last n + 1 bars hold an unknown value the output is unknown and the average
///   stays. So it is where a sum of movements is 2¹⁰⁰⁰ or more.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 2`, the others ≥ 1.
/// - Source: Kaufman, Trading Systems and Methods, 5th ed., ch. 17. Matches TA-Lib `KAMA` with
///   2 and 30.
struct KaufmanAdaptiveAverage: Kernel {
    static let name = "kaufman-adaptive-moving-average"
    static let source = "Kaufman, Trading Systems and Methods, 5th ed., ch. 17"
    let period: Int
    let fast: Int
    let slow: Int

    var lookback: Int { period }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .history }
    var kind: KernelKind { .cumulative }
    var windowLength: Int { AnchoredWindow<PathSum<Double>>.length(period: period) }
    func scalar() -> State<Double> { State(of: self) }
    func laned() -> State<Lanes> { State(of: self) }

    struct State<Value: Lane>: Stepping {
        static var staysFinite: Bool { true }
        private var path: AnchoredWindow<PathSum<Value>>
        private var (average, before) = (Value.unknown, Value.unknown)
        private let rates: Rates

        init(of kernel: KaufmanAdaptiveAverage) {
            precondition(kernel.period >= 2, "period must be ≥ 2, was \(kernel.period)")
            path = AnchoredWindow(period: kernel.period)
            let least = 2 / Double(kernel.slow + 1)
            rates = Rates(
                span: Value(repeating: 2 / Double(kernel.fast + 1) - least),
                least: Value(repeating: least))
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            let value = input.first
            let tail = path.add(Self.term(value, after: before), input.anchors, &window)
            let oldest = window[path.ring.period + path.ring.slot]
            let share = rates.share(value, after: oldest, tail, path.recent)
            average = average.kept(
                where: average.isKnown, else: before.kept(where: share.isKnown, else: .unknown))
            before = value
            return move(toward: value, by: share)
        }

        /// First the shares, which wait for nothing, then the average.
        @inline(__always)
        mutating func block(
            _ input: borrowing InputColumns<Value>, window: inout MutableSpan<Value>,
            into output: inout MutableSpan<Value>
        ) -> Int {
            let (anchors, count) = (input.anchors, input.anchors.count)
            precondition(output.count == count)
            var row = 0
            while row < count, row < path.ring.period || !average.isKnown.isEverywhere {
                output[row] = step(input.row(row), window: &window)
                row += 1
            }
            guard row < count else { return count }
            input.withPointers { columns in
                window.withUnsafeMutableBufferPointer { memory in
                    output.withUnsafeMutableBufferPointer { output in
                        guard let memory = memory.baseAddress, let output = output.baseAddress
                        else { return }
                        fill(output, row..<count, columns.first, anchors, memory)
                    }
                }
            }
            return count
        }

        @inline(__always)
        private mutating func fill(
            _ output: UnsafeMutablePointer<Value>, _ range: Range<Int>,
            _ values: UnsafePointer<Value>, _ anchors: Span<UInt8>,
            _ memory: UnsafeMutablePointer<Value>
        ) {
            let rows = Rows(
                values: values, output: output, period: path.ring.period, rates: rates)
            path.takeRows(from: range.lowerBound, anchors, memory, rows)
            for row in range { output[row] = move(toward: values[row], by: output[row]) }
            before = values[range.upperBound - 1]
        }

        /// The rows of a block: each leaves its share in the output.
        private struct Rows: SummedRows {
            typealias Sums = PathSum<Value>
            let values: UnsafePointer<Value>
            let output: UnsafeMutablePointer<Value>
            let period: Int
            let rates: Rates

            @inline(__always)
            func term(_ row: Int) -> WindowBar<Value> {
                State.term(values[row], after: values[row - 1])
            }

            @inline(__always)
            func take(_ row: Int, _ tail: PathSum<Value>, _ recent: PathSum<Value>) {
                output[row] = rates.share(
                    values[row], after: values[row - period], tail, recent)
            }
        }

        /// How far a bar moved, and where from.
        @inline(__always)
        private static func term(_ value: Value, after before: Value) -> WindowBar<Value> {
            WindowBar((value - before).magnitude, before)
        }

        /// The weights of the averages that it moves between.
        private struct Rates: BitwiseCopyable {
            let span: Value
            let least: Value

            /// The share of the way to the price; unknown where the window is.
            @inline(__always)
            func share(
                _ value: Value, after oldest: Value, _ tail: PathSum<Value>,
                _ recent: PathSum<Value>
            ) -> Value {
                let (way, path) = ((value - oldest).magnitude, tail.value + recent.value)
                let one = Value(repeating: 1)
                let efficiency = (way / path).kept(where: path .> way, else: one)
                let root = efficiency * span + least
                return (root * root)
                    .kept(where: (path + value.magnitude).isModerate, else: .unknown)
            }
        }

        /// Moves the average, which stays where the share is unknown. Nothing that it waits for is
        /// chosen by a mask.
        @inline(__always)
        private mutating func move(toward value: Value, by share: Value) -> Value {
            let isUsable = share.isKnown
            let (way, price) = (
                share.kept(where: isUsable, else: .zero), value.kept(where: isUsable, else: .zero)
            )
            average = average + way * (price - average)
            return average.kept(where: isUsable, else: .unknown)
        }
    }
}

/// How far the bars of a window moved in all.
struct PathSum<Value: Lane>: WindowSums {
    static var inputCount: Int { 2 }
    static var count: Int { 1 }
    private(set) var value = Value.zero

    @inline(__always)
    mutating func addNewer(_ bar: WindowBar<Value>, from center: WindowBar<Value>) {
        value = value + bar.first
    }

    @inline(__always)
    subscript(index: Int) -> Value {
        get { value }
        set { value = newValue }
    }
}

extension CompiledKernel {
    /// Kaufman's adaptive average between the weights of averages over `fast` and `slow` bars.
    public static func kaufmanAdaptiveAverage(period: Int, fast: Int, slow: Int) -> Self {
        Self(KaufmanAdaptiveAverage(period: period, fast: fast, slow: slow))
    }
}
