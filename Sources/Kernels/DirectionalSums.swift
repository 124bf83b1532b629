/// Wilder's sums of upward movement, downward movement and true range.
///
/// The first n − 1 movements are added up; each later one enters as s ← s − s / n + x. A bar of
/// which something is unknown is skipped.
struct DirectionalSums<Value: Lane>: BitwiseCopyable {
    private var (high, low, close) = (Value.unknown, Value.unknown, Value.unknown)
    private(set) var (rise, fall, range) = (Value.zero, Value.zero, Value.zero)
    private var count = Value.zero
    private let (seed, share): (Value, Value)

    init(period: Int) {
        precondition(period >= 1, "period must be ≥ 1, was \(period)")
        seed = Value(repeating: Double(period - 1))
        share = Value(repeating: 1 / Double(period))
    }

    /// Takes one bar; true in the lanes where the sums are complete and have moved.
    @inline(__always)
    mutating func add(_ input: Inputs<Value>) -> Value.Mask {
        let bar = (input.first, input.second, input.third)
        let (up, down) = (bar.0 - high, low - bar.1)
        let move = trueRange(bar.0, bar.1, after: close)
        let isBar = (bar.0.magnitude + bar.1.magnitude + bar.2.magnitude).isModerate
        let isMove = (up + down + move).kept(where: isBar, else: .unknown).isKnown
        count = (count + Value(repeating: 1)).kept(where: isMove, else: count)
        let decay = share.kept(where: count .> seed, else: .zero)
        add(Self.movement(up, over: down), to: &rise, isMove, decay)
        add(Self.movement(down, over: up), to: &fall, isMove, decay)
        add(move, to: &range, isMove, decay)
        high = bar.0.kept(where: isBar, else: high)
        low = bar.1.kept(where: isBar, else: low)
        close = bar.2.kept(where: isBar, else: close)
        let ready = count.kept(where: isMove, else: .unknown)
        return ready .> seed
    }

    /// The movement where it is positive and the greater one, else zero.
    @inline(__always)
    private static func movement(_ move: Value, over other: Value) -> Value {
        let larger = move.kept(where: move .> other, else: .zero)
        return larger.kept(where: larger .> .zero, else: .zero)
    }

    @inline(__always)
    private func add(
        _ move: Value, to sum: inout Value, _ isMove: Value.Mask, _ decay: Value
    ) {
        sum = (sum - sum * decay + move).kept(where: isMove, else: sum)
    }
}
