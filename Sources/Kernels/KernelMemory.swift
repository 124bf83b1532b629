/// The memory of one kernel in one evaluator: its state, then its window.
public struct KernelMemory {
    /// Where the state lies, aligned to 64 bytes.
    public let state: UnsafeMutableRawPointer
    /// Where the window begins, aligned to 64 bytes.
    public let window: UnsafeMutableRawPointer
    /// The values in the window.
    public let windowLength: Int

    /// Describes memory that the evaluator owns.
    public init(state: UnsafeMutableRawPointer, window: UnsafeMutableRawPointer, windowLength: Int)
    {
        (self.state, self.window, self.windowLength) = (state, window, windowLength)
    }
}
