/// What a window adds up. The sums of two stretches of it, the older and the newer, give a result
/// together: nothing is ever subtracted.
protocol WindowSums<Value>: BitwiseCopyable {
    /// One lane or eight.
    associatedtype Value: Lane
    /// How many inputs the terms have, 1 or 2.
    static var inputCount: Int { get }
    /// How many of the sums the older stretch keeps: the first ones.
    static var tailCount: Int { get }
    /// The number of sums.
    static var count: Int { get }
    /// The sums of nothing.
    init()
    /// Takes the bar after all that are in.
    mutating func addNewer(_ bar: WindowBar<Value>, from center: WindowBar<Value>)
    /// Takes the bar before all that are in.
    mutating func addOlder(_ bar: WindowBar<Value>, from center: WindowBar<Value>)
    /// One of the sums.
    subscript(index: Int) -> Value { get set }
}

/// The inputs of one bar that a window adds up. The second is the first where there is but one.
struct WindowBar<Value: Lane>: BitwiseCopyable {
    let first: Value
    let second: Value

    @inline(__always)
    init(_ first: Value, _ second: Value) { (self.first, self.second) = (first, second) }

    @inline(__always)
    init(_ input: Inputs<Value>) { (first, second) = (input.first, input.second) }

    /// This bar where the mask is true, another elsewhere.
    @inline(__always)
    func kept(where mask: Value.Mask, else other: Self) -> Self {
        Self(
            first.kept(where: mask, else: other.first),
            second.kept(where: mask, else: other.second))
    }
}

extension WindowSums {
    static var inputCount: Int { 1 }
    static var tailCount: Int { count }

    /// The order of the terms does not matter, unless the sums say otherwise.
    @inline(__always)
    mutating func addOlder(_ bar: WindowBar<Value>, from center: WindowBar<Value>) {
        addNewer(bar, from: center)
    }

    /// These sums where the mask is true, others elsewhere.
    @inline(__always)
    func kept(where mask: Value.Mask, else other: Self) -> Self {
        var result = self
        for index in 0..<Self.count {
            result[index] = self[index].kept(where: mask, else: other[index])
        }
        return result
    }
}
