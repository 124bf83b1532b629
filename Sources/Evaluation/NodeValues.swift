/// A value for each node of a program, in memory of its own: an array would be asked at every bar
/// whether somebody else holds it too.
struct NodeValues<Value: BitwiseCopyable>: ~Copyable {
    private let base: UnsafeMutablePointer<Value>

    /// As many values, all the same.
    init(count: Int, repeating value: Value) {
        base = .allocate(capacity: max(count, 1))
        base.initialize(repeating: value, count: max(count, 1))
    }

    deinit { base.deallocate() }

    /// The value of a node of the program.
    subscript(node: Int) -> Value {
        get { base[node] }
        nonmutating set { base[node] = newValue }
    }
}
