/// The three values of a step.
public struct ThreeOutputs<Element: Lane>: StepOutput {
    @usableFromInline let (first, second, third): (Element, Element, Element)

    /// Collects the values.
    @inlinable @inline(__always)
    public init(_ first: Element, _ second: Element, _ third: Element) {
        (self.first, self.second, self.third) = (first, second, third)
    }

    /// Three.
    @inlinable @inline(__always) public static var outputCount: Int { 3 }
    /// One of the values.
    @inlinable @inline(__always) public func output(_ index: Int) -> Element {
        index == 0 ? first : index == 1 ? second : third
    }
}
