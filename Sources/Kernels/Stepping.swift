/// The state of a kernel and its one `step`.
///
/// A step sees this bar's inputs and its own memory, nothing else: that makes every kernel causal.
///
/// Known means finite. An infinite output becomes unknown in `CompiledKernel`, around every step;
/// values from outside (prices, constants) pass through `Lane.finite` once, where they come in.
public protocol Stepping<Value>: BitwiseCopyable {
    /// One lane or eight.
    associatedtype Value: Lane
    /// What a step gives: `Value` itself, or several of them.
    associatedtype Output: StepOutput<Value>
    /// True when no finite input can make an output infinite: it is then not looked at again.
    static var staysFinite: Bool { get }
    /// The output at this bar.
    mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Output
    /// Runs the first rows of a block in a faster way, to the same bits as `step`.
    ///
    /// - Parameters:
    ///   - input: the columns of the block.
    ///   - window: the window memory; as `step` would leave it after the rows that were run.
    ///   - output: the outputs, one after another, each as long as the block.
    /// - Returns: how many rows were run; the others are stepped.
    mutating func block(
        _ input: borrowing InputColumns<Value>, window: inout MutableSpan<Value>,
        into output: inout MutableSpan<Value>
    ) -> Int
}

extension Stepping {
    /// False, unless the state says otherwise: the cautious claim.
    @inlinable @inline(__always) public static var staysFinite: Bool { false }

    /// None, unless the state has a faster way.
    @inlinable @inline(__always)
    public mutating func block(
        _ input: borrowing InputColumns<Value>, window: inout MutableSpan<Value>,
        into output: inout MutableSpan<Value>
    ) -> Int { 0 }
}
