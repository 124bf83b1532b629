/// The money flow index: the share of rising bars in the money that flowed.
///
/// - Definition: 100 U / (U + D), U and D the sums over n bars of (h + l + c) × volume where
///   h + l + c rose against the bar before, and where it fell. Sums that differ by less than 2⁻⁴⁹
///   of themselves are equal: decimals that add up to the same do so in binary only up to rounding.
///   0 where nothing flowed. Summed in the order that `AnchoredRing` states.
/// - Shape: `high, low, close, volume → [bar]`; the first `period` values are unknown. Units:
///   percent, 0…100.
/// - Lookback: `period`. Kind: windowed. Magnitude: 100.
/// - Missing: a window that holds an unknown value, the bar before it included, is unknown, and
///   heals when it has left.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Quong and Soudack, Stocks & Commodities 7 (3), 1989. Matches TA-Lib `MFI`.
struct MoneyFlowIndex: Kernel {
    static let name = "money-flow-index"
    static let source = "Quong and Soudack, Stocks & Commodities 7 (3), 1989"
    static let inputNames = ["high", "low", "close", "volume"]
    let period: Int

    var lookback: Int { period }
    var unit: KernelUnit { .percent }
    var magnitude: KernelMagnitude { .number(100) }
    var kind: KernelKind { .windowed }
    var windowLength: Int { AnchoredWindow<PairSums<Double>>.length(period: period) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: Stepping {
        private var flows: AnchoredWindow<PairSums<Value>>
        private var before = Value.unknown

        init(period: Int) { flows = AnchoredWindow(period: period) }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            let total = Self.total(input.first, input.second, input.third)
            let term = Self.term(total, input.fourth, after: before)
            before = total + (input.fourth - input.fourth)
            let tail = flows.add(term, input.anchors, &window)
            return Self.share(tail, flows.recent)
        }

        /// Over pointers, as in `UltimateOscillator`: what both share, the pass over the rows of a
        /// window, is `SummedRows`. The dozen lines before it open the pointers in either, because
        /// each goes on with state of its own: one window here, three there and a second pass.
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
                        let rows = Rows(columns: columns, output: output)
                        flows.takeRows(from: 1, anchors, memory, rows)
                        before = rows.base(count - 1)
                    }
                }
            }
            return count
        }

        /// The rows of a block.
        private struct Rows: SummedRows {
            typealias Sums = PairSums<Value>
            let columns: InputColumns<Value>.Pointers
            let output: UnsafeMutablePointer<Value>

            @inline(__always)
            func total(_ row: Int) -> Value {
                State.total(columns.first[row], columns.second[row], columns.third[row])
            }

            /// The total, unknown where the volume is.
            @inline(__always)
            func base(_ row: Int) -> Value {
                total(row) + (columns.fourth[row] - columns.fourth[row])
            }

            @inline(__always)
            func term(_ row: Int) -> WindowBar<Value> {
                State.term(total(row), columns.fourth[row], after: base(row - 1))
            }

            @inline(__always)
            func take(_ row: Int, _ tail: PairSums<Value>, _ recent: PairSums<Value>) {
                output[row] = State.share(tail, recent).finite
            }
        }

        /// Three times the typical price.
        @inline(__always)
        private static func total(_ high: Value, _ low: Value, _ close: Value) -> Value {
            (high + low) + close
        }

        /// The flow of a bar up and down; unknown where one of both bars is.
        @inline(__always)
        private static func term(
            _ total: Value, _ volume: Value, after before: Value
        ) -> WindowBar<Value> {
            let (change, size) = (total - before, total.magnitude + before.magnitude)
            let flow = total * volume + (change - change)
            let threshold = Value(repeating: 0x1p-50) * size
            let none = flow - flow
            return WindowBar(
                flow.kept(where: change .> threshold, else: none),
                flow.kept(where: (.zero - change) .> threshold, else: none))
        }

        /// The share of what flowed up, in percent.
        @inline(__always)
        private static func share(_ tail: PairSums<Value>, _ recent: PairSums<Value>) -> Value {
            let up = tail.first + recent.first
            let total = up + (tail.second + recent.second)
            let percent = Value(repeating: 100) * (up / total)
            return Value.zero.kept(where: total .== .zero, else: percent)
        }
    }
}

extension CompiledKernel {
    /// The money flow index of high, low, close and volume.
    public static func moneyFlowIndex(period: Int) -> Self { Self(MoneyFlowIndex(period: period)) }
}
