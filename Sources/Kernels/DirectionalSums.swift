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
    /// The movement that shrinks all by one factor; none does over one bar, which leaves nothing.
    private let still: Value

    /// What one bar leaves; unknown where this bar gives nothing or the seed lacks terms. Unmoved
    /// where it has neither movement, still where its true range is 0 too: what shrinks by one
    /// factor leaves a quotient as it was.
    typealias Averages = (
        rise: Value, fall: Value, range: Value, isUnmoved: Value.Mask, isStill: Value.Mask
    )

    init(period: Int) {
        precondition(period >= 1, "period must be ≥ 1, was \(period)")
        seed = Value(repeating: Double(period - 1))
        rises = SeededAverage(period: period, weight: 1 / Double(period))
        _ = rises.adding(.zero, where: Value.zero.isKnown)
        (falls, ranges) = (rises, rises)
        still = period > 1 ? .zero : .unknown
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
            averages.range.kept(where: isFull, else: .unknown),
            averages.isUnmoved, averages.isStill
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
        let (rise, fall) = movements(input.first - high, low - input.second)
        (high, low) = (input.first, input.second)
        return (
            rises.addingSettled(rise), falls.addingSettled(fall), ranges.addingSettled(move),
            rise + fall .== still, rise + fall + move .== still
        )
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
        let (rise, fall) = movements(high - self.high, self.low - low)
        (self.high, self.low) = (high, low)
        return (rises.addingSettled(rise), falls.addingSettled(fall))
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
        let (rise, fall) = movements(up, down)
        return (
            rises.adding(rise, where: isMove), falls.adding(fall, where: isMove),
            ranges.adding(move, where: isMove),
            rise + fall .== still, rise + fall + move .== still
        )
    }

    /// The greater of both movements, where it is positive.
    @inline(__always)
    private func movements(_ up: Value, _ down: Value) -> (rise: Value, fall: Value) {
        (Self.movement(up, over: down), Self.movement(down, over: up))
    }

    /// The movement where it is positive and the greater one, else zero.
    @inline(__always)
    private static func movement(_ move: Value, over other: Value) -> Value {
        let larger = move.kept(where: move .> other, else: .zero)
        return larger.kept(where: larger .> .zero, else: .zero)
    }
}
