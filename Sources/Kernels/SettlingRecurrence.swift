/// A recurrence with a shorter way for the bars after its seed: nothing is counted, and no lane is
/// chosen by a mask.
public protocol SettlingRecurrence<Value>: Recurrence {
    /// What a step gives: `Value` itself, or several of them.
    associatedtype Output
    /// True when every lane has its seed.
    var isSettled: Bool { get }
    /// The output at a bar after the seed, with the bits of `step`.
    ///
    /// - Parameters:
    ///   - input: this bar.
    ///   - isSound: made false in the lanes whose input `step` would have skipped: what comes out,
    ///     and the state, are worthless there.
    /// - Returns: what `step` would.
    mutating func settledStep(_ input: Inputs<Value>, _ isSound: inout Value.Mask) -> Output
}

extension SettlingRecurrence {
    /// Runs a whole block the short way, and takes it back where an input was not usable.
    @inlinable @inline(__always)
    public mutating func block(
        _ input: borrowing InputColumns<Value>, window: inout MutableSpan<Value>,
        into output: inout MutableSpan<Value>
    ) -> Int {
        guard isSettled else { return 0 }
        let (first, second, third, anchors) = (
            input.first, input.second, input.third, input.anchors
        )
        let (fourth, fifth, count) = (input.fourth, input.fifth, input.anchors.count)
        precondition(first.count == count && second.count == count && third.count == count)
        precondition(fourth.count == count && fifth.count == count)
        precondition(output.count == Output.outputCount * count)
        var ahead = self
        var isSound = Value.zero.isKnown
        for row in 0..<count {
            let inputs = Inputs(
                first[row], second[row], third[row], fourth[row], fifth[row], anchors: anchors[row])
            let values = ahead.settledStep(inputs, &isSound)
            for index in 0..<Output.outputCount {
                let value = values.output(index)
                output[index * count + row] = Self.staysFinite ? value : value.finite
            }
        }
        guard isSound.isEverywhere else { return 0 }
        self = ahead
        return count
    }
}
