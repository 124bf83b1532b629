/// A kernel state that needs no window: all it remembers are its own fields.
public protocol Recurrence<Value>: Stepping {
    /// What a step gives: `Value` itself, or several of them.
    associatedtype Output
    /// The output at this bar.
    mutating func step(_ input: Inputs<Value>) -> Output
}

extension Recurrence {
    /// Steps without the window.
    @inlinable @inline(__always)
    public mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Output {
        step(input)
    }
}
