/// The four values of a step.
public struct FourOutputs<Element: Lane>: StepOutput {
    @usableFromInline let (first, second): (Element, Element)
    @usableFromInline let (third, fourth): (Element, Element)

    /// Collects the values.
    @inlinable @inline(__always)
    public init(_ first: Element, _ second: Element, _ third: Element, _ fourth: Element) {
        (self.first, self.second, self.third, self.fourth) = (first, second, third, fourth)
    }

    /// Four.
    @inlinable @inline(__always) public static var outputCount: Int { 4 }
    /// One of the values.
    @inlinable @inline(__always) public func output(_ index: Int) -> Element {
        switch index {
        case 0: first
        case 1: second
        case 2: third
        default: fourth
        }
    }
}
