/// The two values of a step.
public struct TwoOutputs<Element: Lane>: StepOutput {
    @usableFromInline let (first, second): (Element, Element)

    /// Collects the values.
    @inlinable @inline(__always)
    public init(_ first: Element, _ second: Element) { (self.first, self.second) = (first, second) }

    /// Two.
    @inlinable @inline(__always) public static var outputCount: Int { 2 }
    /// One of the values.
    @inlinable @inline(__always) public func output(_ index: Int) -> Element {
        index == 0 ? first : second
    }
}
