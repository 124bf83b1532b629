/// What one step may see: up to three input values of this bar, and where time anchors fall.
public struct Inputs<Value: Lane>: BitwiseCopyable {
    /// The first input.
    public let first: Value
    /// The second input; equal to the first when the kernel has one.
    public let second: Value
    /// The third input; equal to the first when the kernel has one.
    public let third: Value
    /// Bit `k` is set when this bar is a time anchor of lane `k`.
    public let anchors: UInt8

    /// Collects what one step may see.
    @inlinable
    public init(_ first: Value, _ second: Value, _ third: Value, anchors: UInt8 = 0) {
        (self.first, self.second, self.third, self.anchors) = (first, second, third, anchors)
    }

    /// The same inputs, unknown where they are infinite.
    @inlinable @inline(__always)
    var finite: Self { Self(first.finite, second.finite, third.finite, anchors: anchors) }
}
