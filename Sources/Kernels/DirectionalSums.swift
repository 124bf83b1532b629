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

    /// Takes one bar; true in the lanes where the sums hold n terms and have moved.
    @inline(__always)
    mutating func add(_ input: Inputs<Value>) -> Value.Mask {
        let move = trueRange(input.first, input.second, after: close)
        let isBar =
            (input.first.magnitude + input.second.magnitude + input.third.magnitude).isModerate
        close = input.third.kept(where: isBar, else: close)
        return add(input.first, input.second, move, isBar) .> seed
    }

    /// Takes high and low alone; true in the lanes where the sums hold n − 1 terms or more, and at
    /// least one, and have moved.
    @inline(__always)
    mutating func addMovement(_ high: Value, _ low: Value) -> Value.Mask {
        let isBar = (high.magnitude + low.magnitude).isModerate
        let count = add(high, low, .zero, isBar)
        return (count + Value(repeating: 1)).kept(where: count .> .zero, else: .unknown) .> seed
    }

    /// The number of terms; unknown where this bar gives none.
    @inline(__always)
    private mutating func add(
        _ present: Value, _ lowest: Value, _ move: Value, _ isBar: Value.Mask
    ) -> Value {
        let (up, down) = (present - high, low - lowest)
        let isMove = (up + down + move).kept(where: isBar, else: .unknown).isKnown
        count = (count + Value(repeating: 1)).kept(where: isMove, else: count)
        let decay = share.kept(where: count .> seed, else: .zero)
        add(Self.movement(up, over: down), to: &rise, isMove, decay)
        add(Self.movement(down, over: up), to: &fall, isMove, decay)
        add(move, to: &range, isMove, decay)
        high = present.kept(where: isBar, else: high)
        low = lowest.kept(where: isBar, else: low)
        return count.kept(where: isMove, else: .unknown)
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
