/// Wilder's sums of upward movement, downward movement and true range, over n.
///
/// The first n − 1 movements are added up; each later one enters as s ← s − s / n + x. Over n that
/// is an exponential average whose seed has a first term of 0. A bar of which something is unknown
/// is skipped.
struct DirectionalSums<Value: Lane>: BitwiseCopyable {
    private var (high, low, close) = (Value.unknown, Value.unknown, Value.unknown)
    private var rises: SeededAverage<Value>
    private var (falls, ranges): (SeededAverage<Value>, SeededAverage<Value>)
    private var count = Value.zero
    private let seed: Value

    /// What one bar leaves; unknown where this bar gives nothing or the seed lacks terms.
    typealias Averages = (rise: Value, fall: Value, range: Value)

    init(period: Int) {
        precondition(period >= 1, "period must be ≥ 1, was \(period)")
        seed = Value(repeating: Double(period - 1))
        rises = SeededAverage(period: period, weight: 1 / Double(period))
        _ = rises.adding(.zero, where: Value.zero.isKnown)
        (falls, ranges) = (rises, rises)
    }

    /// True when every lane has seen n terms.
    private(set) var isSettled = false

    /// Takes one bar; unknown where there are less than n terms.
    @inline(__always)
    mutating func adding(_ input: Inputs<Value>) -> Averages {
        let move = trueRange(input.first, input.second, after: close)
        let isBar =
            (input.first.magnitude + input.second.magnitude + input.third.magnitude).isModerate
        close = input.third.kept(where: isBar, else: close)
        let averages = adding(input.first, input.second, move, isBar)
        let isFull = count .> seed
        isSettled = isFull.isEverywhere
        return (
            averages.rise.kept(where: isFull, else: .unknown),
            averages.fall.kept(where: isFull, else: .unknown),
            averages.range.kept(where: isFull, else: .unknown)
        )
    }

    /// Takes one bar after which every lane has seen more than n terms; `isSound` becomes false
    /// where the bar would be skipped.
    @inline(__always)
    mutating func addingSettled(
        _ input: Inputs<Value>, _ isSound: inout Value.Mask
    ) -> Averages {
        let size = input.first.magnitude + input.second.magnitude + input.third.magnitude
        isSound = isSound .& size.isModerate
        let move = trueRange(input.first, input.second, after: close)
        close = input.third
        let averages = addingSettled(input.first, input.second)
        return (averages.rise, averages.fall, ranges.addingSettled(move))
    }

    /// Takes high and low alone; unknown where there are less than n − 1 terms, or none.
    @inline(__always)
    mutating func addingMovement(_ high: Value, _ low: Value) -> (rise: Value, fall: Value) {
        let isBar = (high.magnitude + low.magnitude).isModerate
        let averages = adding(high, low, .zero, isBar)
        isSettled = (count .> seed).isEverywhere
        return (averages.rise, averages.fall)
    }

    /// The same after which every lane has seen more than n terms; `isSound` becomes false where
    /// the bar would be skipped.
    @inline(__always)
    mutating func addingSettledMovement(
        _ high: Value, _ low: Value, _ isSound: inout Value.Mask
    ) -> (rise: Value, fall: Value) {
        isSound = isSound .& (high.magnitude + low.magnitude).isModerate
        return addingSettled(high, low)
    }

    @inline(__always)
    private mutating func adding(
        _ present: Value, _ lowest: Value, _ move: Value, _ isBar: Value.Mask
    ) -> Averages {
        let (up, down) = (present - high, low - lowest)
        let isMove = (up + down + move).kept(where: isBar, else: .unknown).isKnown
        count = (count + Value(repeating: 1)).kept(where: isMove, else: count)
        high = present.kept(where: isBar, else: high)
        low = lowest.kept(where: isBar, else: low)
        return (
            rises.adding(Self.movement(up, over: down), where: isMove),
            falls.adding(Self.movement(down, over: up), where: isMove),
            ranges.adding(move, where: isMove)
        )
    }

    @inline(__always)
    private mutating func addingSettled(
        _ present: Value, _ lowest: Value
    ) -> (rise: Value, fall: Value) {
        let (up, down) = (present - high, low - lowest)
        (high, low) = (present, lowest)
        return (
            rises.addingSettled(Self.movement(up, over: down)),
            falls.addingSettled(Self.movement(down, over: up))
        )
    }

    /// The movement where it is positive and the greater one, else zero.
    @inline(__always)
    private static func movement(_ move: Value, over other: Value) -> Value {
        let larger = move.kept(where: move .> other, else: .zero)
        return larger.kept(where: larger .> .zero, else: .zero)
    }
}
