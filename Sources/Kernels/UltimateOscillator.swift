/// Williams' ultimate oscillator: buying pressure over three periods.
///
/// - Definition: 100 (4 A + 2 B + C) / 7; A over the shortest and C over the longest of the three
///   periods, whatever their order: each Σ(c − min(l, c')) / Σ(max(h, c') − min(l, c')), 0 where
///   nothing moved. Summed in the order that `AnchoredRing` states.
/// - Shape: `high, low, close → [bar]`; the first values are unknown. Units: percent, 0…100.
/// - Lookback: the longest period. Kind: windowed. Magnitude: 100.
/// - Missing: a window that holds an unknown value, the close before it included, is unknown, and
///   heals when it has left.
/// - Complexity: O(1) per bar and lane. Precondition: every period ≥ 1.
/// - Source: Williams, Technical Analysis of Stocks & Commodities 3 (4), 1985. Matches TA-Lib
///   `ULTOSC`.
struct UltimateOscillator: Kernel {
    static let name = "ultimate-oscillator"
    static let source = "Williams, Technical Analysis of Stocks & Commodities 3 (4), 1985"
    static let inputNames = ["high", "low", "close"]
    let short: Int
    let middle: Int
    let long: Int

    private var periods: [Int] { [short, middle, long].sorted() }
    var lookback: Int { max(short, middle, long) }
    var unit: KernelUnit { .percent }
    var magnitude: KernelMagnitude { .number(100) }
    var kind: KernelKind { .windowed }
    var windowLength: Int {
        AnchoredWindow<PairSums<Double>>.length(period: short + middle + long)
    }
    func scalar() -> State<Double> { State(periods: periods) }
    func laned() -> State<Lanes> { State(periods: periods) }

    struct State<Value: Lane>: Stepping {
        private typealias Window = AnchoredWindow<PairSums<Value>>
        private var (short, middle, long): (Window, Window, Window)
        private var before = Value.unknown

        init(periods: [Int]) {
            (short, middle) = (Window(period: periods[0]), Window(period: periods[1]))
            long = Window(period: periods[2])
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            window.withUnsafeMutableBufferPointer { memory in
                guard let memory = memory.baseAddress else { return .unknown }
                let anchors = input.anchors
                let term = Self.term(input.first, input.second, input.third, after: before)
                before = input.third
                var tail = short.add(term, anchors, memory)
                var score = Self.weights.short * Self.ratio(tail, short.recent)
                tail = middle.add(term, anchors, memory + middlePlace)
                score = score + Self.weights.middle * Self.ratio(tail, middle.recent)
                tail = long.add(term, anchors, memory + longPlace)
                return Self.percent(score + Self.weights.long * Self.ratio(tail, long.recent))
            }
        }

        /// Window after window, so that what one needs stays in registers.
        @inline(__always)
        mutating func block(
            _ input: borrowing InputColumns<Value>, window: inout MutableSpan<Value>,
            into output: inout MutableSpan<Value>
        ) -> Int {
            let (anchors, count) = (input.anchors, input.anchors.count)
            precondition(output.count == count)
            guard count > 1 else { return 0 }
            output[0] = step(input.row(0), window: &window).finite
            input.withPointers { columns in
                window.withUnsafeMutableBufferPointer { memory in
                    output.withUnsafeMutableBufferPointer { output in
                        guard let memory = memory.baseAddress, let output = output.baseAddress
                        else { return }
                        fill(output, count, columns, anchors, memory)
                    }
                }
                before = columns.third[count - 1]
            }
            return count
        }

        @inline(__always)
        private mutating func fill(
            _ output: UnsafeMutablePointer<Value>, _ count: Int,
            _ columns: InputColumns<Value>.Pointers, _ anchors: Span<UInt8>,
            _ memory: UnsafeMutablePointer<Value>
        ) {
            for row in 1..<count { output[row] = .zero }
            var rows = Rows(columns: columns, output: output, weight: Self.weights.short)
            short.takeRows(from: 1, anchors, memory, rows)
            rows.weight = Self.weights.middle
            middle.takeRows(from: 1, anchors, memory + middlePlace, rows)
            rows.weight = Self.weights.long
            long.takeRows(from: 1, anchors, memory + longPlace, rows)
            for row in 1..<count { output[row] = Self.percent(output[row]).finite }
        }

        /// The rows of a block: each adds its weighted share to the output.
        private struct Rows: SummedRows {
            typealias Sums = PairSums<Value>
            let columns: InputColumns<Value>.Pointers
            let output: UnsafeMutablePointer<Value>
            var weight: Value

            @inline(__always)
            func term(_ row: Int) -> WindowBar<Value> {
                State.term(
                    columns.first[row], columns.second[row], columns.third[row],
                    after: columns.third[row - 1])
            }

            @inline(__always)
            func take(_ row: Int, _ tail: PairSums<Value>, _ recent: PairSums<Value>) {
                output[row] = output[row] + weight * State.ratio(tail, recent)
            }
        }

        private var middlePlace: Int { Window.length(period: short.ring.period) }
        private var longPlace: Int { middlePlace + Window.length(period: middle.ring.period) }

        /// What each part weighs.
        private static var weights: (short: Value, middle: Value, long: Value) {
            (Value(repeating: 4), Value(repeating: 2), Value(repeating: 1))
        }

        /// The weighted sum of the parts in percent of all weights.
        @inline(__always)
        private static func percent(_ score: Value) -> Value {
            score * Value(repeating: 100.0 / 7)
        }

        /// The pressure of a bar and its true range; the latter unknown where something is.
        @inline(__always)
        private static func term(
            _ high: Value, _ low: Value, _ close: Value, after before: Value
        ) -> WindowBar<Value> {
            let pressure = close - before.lesser(low)
            return WindowBar(
                pressure, trueRange(high, low, after: before) + (pressure - pressure))
        }

        /// The share of the pressure in the range; 0 where that is 0.
        @inline(__always)
        private static func ratio(_ tail: PairSums<Value>, _ recent: PairSums<Value>) -> Value {
            let range = tail.second + recent.second
            let share = (tail.first + recent.first) / range
            return Value.zero.kept(where: range .== .zero, else: share)
        }
    }
}

extension CompiledKernel {
    /// Williams' ultimate oscillator of high, low and close.
    public static func ultimateOscillator(short: Int, middle: Int, long: Int) -> Self {
        Self(UltimateOscillator(short: short, middle: middle, long: long))
    }
}
