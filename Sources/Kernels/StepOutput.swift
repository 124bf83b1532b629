/// What one step gives: one value, or up to four that share their state.
public protocol StepOutput<Element>: BitwiseCopyable {
    /// One lane or eight.
    associatedtype Element: Lane
    /// The number of values, 1…4.
    static var outputCount: Int { get }
    /// One of the values.
    func output(_ index: Int) -> Element
}

extension StepOutput where Element == Self {
    /// One: a plain value.
    @inlinable @inline(__always) public static var outputCount: Int { 1 }
    /// The value itself.
    @inlinable @inline(__always) public func output(_: Int) -> Self { self }
}
