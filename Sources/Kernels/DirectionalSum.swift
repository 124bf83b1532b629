/// Wilder's sums of upward and of downward movement.
///
/// - Definition: the sum of n − 1 movements, then s − s / n + x. Upward movement is h − h' where
///   that is positive and more than l' − l; downward movement likewise.
/// - Shape: `high, low → plusDM, minusDM`. Units: distances of the price.
/// - Lookback: `period − 1`, at least 1. Kind: settling. Magnitude: the largest sum so far.
/// - Missing: a bar with an unknown input is skipped. A magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Wilder, New Concepts in Technical Trading Systems, 1978. Matches TA-Lib `PLUS_DM` and
///   `MINUS_DM`.
struct DirectionalSum: Kernel {
    static let name = "directional-sum"
    static let source = "Wilder, New Concepts in Technical Trading Systems, 1978"
    static let inputNames = ["high", "low"]
    static let outputNames = ["plusDM", "minusDM"]
    let period: Int

    var lookback: Int { max(period - 1, 1) }
    var unit: KernelUnit { .distance }
    var kind: KernelKind { .settling(weight: 1 / Double(period), after: lookback) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: SettlingRecurrence {
        static var staysFinite: Bool { true }
        private var sums: DirectionalSums<Value>
        private let period: Value

        init(period: Int) {
            sums = DirectionalSums(period: period)
            self.period = Value(repeating: Double(period))
        }

        var isSettled: Bool { sums.isSettled }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> TwoOutputs<Value> {
            let (rise, fall) = sums.addingMovement(input.first, input.second)
            return TwoOutputs(rise * period, fall * period)
        }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> TwoOutputs<Value> {
            let (rise, fall) = sums.addingSettledMovement(input.first, input.second, &isSound)
            return TwoOutputs(rise * period, fall * period)
        }
    }
}

extension CompiledKernel {
    /// Wilder's +DM and −DM of high and low.
    public static func directionalSum(period: Int) -> Self { Self(DirectionalSum(period: period)) }
}
