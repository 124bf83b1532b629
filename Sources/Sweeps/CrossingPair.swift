/// Two columns of a family: long is entered where the first crosses above the second, and left
/// where it crosses below.
public struct CrossingPair: Hashable, Sendable {
    /// The column that crosses.
    public var first: Int
    /// The column that is crossed.
    public var second: Int

    /// A pair of columns.
    public init(_ first: Int, _ second: Int) { (self.first, self.second) = (first, second) }
}
