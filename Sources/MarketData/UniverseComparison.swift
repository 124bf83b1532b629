/// One comparison of a universe.
public struct UniverseComparison: Sendable {
    /// When it is made.
    public let instant: Timestamp
    /// The row of each member's bar that takes part; −1 for none.
    public let rows: [Int]
}
