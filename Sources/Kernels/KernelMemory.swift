/// The memory of one kernel in one evaluator: its state, its window, and its further outputs.
public struct KernelMemory {
    /// Where the state lies, aligned to 64 bytes.
    public let state: UnsafeMutableRawPointer
    /// Where the window begins, aligned to 64 bytes.
    public let window: UnsafeMutableRawPointer
    /// The values in the window.
    public let windowLength: Int
    /// Where a step of one instrument leaves its outputs after the first.
    public let outputs: UnsafeMutableRawPointer

    /// The bytes that the outputs after the first may take.
    public static let outputByteCount = 3 * MemoryLayout<Double>.stride

    /// Describes memory that the evaluator owns.
    public init(
        state: UnsafeMutableRawPointer, window: UnsafeMutableRawPointer, windowLength: Int,
        outputs: UnsafeMutableRawPointer
    ) {
        (self.state, self.window) = (state, window)
        (self.windowLength, self.outputs) = (windowLength, outputs)
    }

    /// An output of the last step of one instrument, from the second (1) on.
    @inlinable @inline(__always)
    public func output(_ index: Int) -> Double {
        outputs.load(fromByteOffset: (index - 1) * MemoryLayout<Double>.stride, as: Double.self)
    }
}
