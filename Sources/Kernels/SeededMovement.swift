/// Wilder's averages (α = 1 / n) of gains and of losses, each seeded with the mean of the first n
/// changes.
///
/// An unknown input is skipped, and so is a change of 2¹⁰⁰⁰ or more.
struct SeededMovement<Value: Lane>: BitwiseCopyable {
    private var previous = Value.unknown
    private var gains: SeededAverage<Value>
    private var losses: SeededAverage<Value>

    init(period: Int) {
        gains = SeededAverage(period: period, weight: 1 / Double(period))
        losses = gains
    }

    /// True when every lane has its seed.
    var isSettled: Bool { gains.isSettled }

    /// The averages after `input`; unknown while seeding and where the input is skipped.
    @inline(__always)
    mutating func adding(_ input: Value) -> (rise: Value, fall: Value) {
        let change = input - previous
        let isUsable = change.isModerate
        previous = input.kept(where: input.isKnown, else: previous)
        let gain = Value.zero.kept(where: .zero .> change, else: change)
        return (
            gains.adding(gain, where: isUsable), losses.adding(gain - change, where: isUsable)
        )
    }

    /// The averages after `input`, where every lane has its seed; `isSound` becomes false where
    /// the input would be skipped.
    @inline(__always)
    mutating func addingSettled(
        _ input: Value, _ isSound: inout Value.Mask
    ) -> (rise: Value, fall: Value) {
        let change = input - previous
        isSound = isSound .& change.isModerate
        previous = input
        let gain = Value.zero.kept(where: .zero .> change, else: change)
        return (gains.addingSettled(gain), losses.addingSettled(gain - change))
    }
}
