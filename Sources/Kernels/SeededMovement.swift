/// Wilder's averages (α = 1 / n) of gains and of losses, each seeded with the mean of the first n
/// changes.
///
/// An unknown input is skipped, and so is a change of 2¹⁰⁰⁰ or more. After the seed a change of 0
/// shrinks both by one factor: their quotient stays, and is not computed again, for both may have
/// sunk to where doubles have few digits.
struct SeededMovement<Value: Lane>: BitwiseCopyable {
    private var previous = Value.unknown
    private var gains: SeededAverage<Value>
    private var losses: SeededAverage<Value>
    /// The change that shrinks both; none does over one bar, which leaves nothing of either.
    private let still: Value

    /// What one input leaves.
    typealias Averages = (rise: Value, fall: Value, isStill: Value.Mask)

    init(period: Int) {
        gains = SeededAverage(period: period, weight: 1 / Double(period))
        losses = gains
        still = period > 1 ? .zero : .unknown
    }

    /// True when every lane has its seed.
    var isSettled: Bool { gains.isSettled }

    /// The averages after `input`; unknown while seeding and where the input is skipped. Still
    /// where it changed nothing.
    @inline(__always)
    mutating func adding(_ input: Value) -> Averages {
        let change = input - previous
        let isUsable = change.isModerate
        previous = input.kept(where: input.isKnown, else: previous)
        let gain = Value.zero.kept(where: .zero .> change, else: change)
        return (
            gains.adding(gain, where: isUsable), losses.adding(gain - change, where: isUsable),
            change .== still
        )
    }

    /// The averages after `input`, where every lane has its seed; `isSound` becomes false where
    /// the input would be skipped.
    @inline(__always)
    mutating func addingSettled(
        _ input: Value, _ isSound: inout Value.Mask
    ) -> Averages {
        let change = input - previous
        isSound = isSound .& change.isModerate
        previous = input
        let gain = Value.zero.kept(where: .zero .> change, else: change)
        return (
            gains.addingSettled(gain), losses.addingSettled(gain - change), change .== still
        )
    }
}
