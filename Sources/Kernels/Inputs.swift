/// What one step may see: up to five input values of this bar, and where time anchors fall.
///
/// An input that the kernel does not have equals the last one that it has.
public struct Inputs<Value: Lane>: BitwiseCopyable {
    /// The first input.
    public let first: Value
    /// The second input.
    public let second: Value
    /// The third input.
    public let third: Value
    /// The fourth input.
    public let fourth: Value
    /// The fifth input.
    public let fifth: Value
    /// Bit `k` is set when this bar is a time anchor of lane `k`.
    public let anchors: UInt8

    /// Collects what one step may see.
    @inlinable @inline(__always)
    public init(
        _ first: Value, _ second: Value, _ third: Value, _ fourth: Value, _ fifth: Value,
        anchors: UInt8 = 0
    ) {
        (self.first, self.second, self.third) = (first, second, third)
        (self.fourth, self.fifth, self.anchors) = (fourth, fifth, anchors)
    }

    /// The same inputs, unknown where they are infinite.
    @inlinable @inline(__always)
    var finite: Self {
        Self(
            first.finite, second.finite, third.finite, fourth.finite, fifth.finite,
            anchors: anchors)
    }
}
