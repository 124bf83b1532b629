/// A triangle whose tip is at a value of a row.
public struct Marker: Sendable, Hashable {
    /// Where a triangle points.
    public enum Direction: Sendable, Hashable {
        /// It lies below its value and points up.
        case up
        /// It lies above its value and points down.
        case down
    }

    /// The row, never that of a group.
    public let row: Int
    /// The value at the tip.
    public let value: Double
    /// Where the triangle points.
    public let direction: Direction
    /// The text that a pointer over the marker shows.
    public let label: String

    /// A marker from its place and its text.
    public init(row: Int, value: Double, direction: Direction, label: String) {
        (self.row, self.value, self.direction, self.label) = (row, value, direction, label)
    }
}
