/// The mean of as many last bars as a second input says.
///
/// - Definition: c + Σ (xᵢ − c) / p over the last p bars, p the second input cut to a whole number
///   within `least`…`most`; c is the newest value, so that a constant is met to the bit.
/// - Shape: `value, period → [bar]`; the first `most − 1` values are unknown. Units: those of the
///   first input.
/// - Lookback: `most − 1`. Kind: windowed. Magnitude: the largest |x| of the window.
/// - Missing: a window of `most` bars that holds an unknown value is unknown, and heals when it has
///   left; so is a bar with an unknown period.
/// - Complexity: O(most) per bar and lane. Precondition: 1 ≤ `least` ≤ `most`.
/// - Source: none needed. Matches TA-Lib `MAVP` with simple averages.
struct VariableAverage: Kernel {
    static let name = "variable-average"
    static let inputNames = ["value", "period"]
    let least: Int
    let most: Int

    var lookback: Int { most - 1 }
    var unit: KernelUnit { .input }
    var magnitude: KernelMagnitude { .window }
    var kind: KernelKind { .windowed }
    var windowLength: Int { most }
    func scalar() -> State<Double> { State(of: self) }
    func laned() -> State<Lanes> { State(of: self) }

    struct State<Value: Lane>: Stepping {
        private let (least, most): (Int, Int)
        private var slot = 0

        init(of kernel: VariableAverage) {
            precondition(
                1 <= kernel.least && kernel.least <= kernel.most,
                "periods must be 1 ≤ least ≤ most, were \(kernel.least) and \(kernel.most)")
            (least, most) = (kernel.least, kernel.most)
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            window[slot] = input.first
            let held = input.second.larger(Value(repeating: Double(least)))
                .lesser(Value(repeating: Double(most)))
            let one = Value(repeating: 1)
            var (sum, count, check) = (Value.zero, Value.zero, input.second - input.second)
            var (index, age) = (slot, one)
            for _ in 0..<most {
                let isInside = (held .> age) .| (held .== age)
                let distance = window[index] - input.first
                check = check + (distance - distance)
                sum = sum + distance.kept(where: isInside, else: .zero)
                count = count + one.kept(where: isInside, else: .zero)
                age = age + one
                index = index == 0 ? most - 1 : index - 1
            }
            slot = slot + 1 == most ? 0 : slot + 1
            return input.first + sum / count + check
        }
    }
}

extension CompiledKernel {
    /// The mean of as many last bars of the first input as the second says, `least`…`most`.
    public static func variableAverage(least: Int, most: Int) -> Self {
        Self(VariableAverage(least: least, most: most))
    }
}
