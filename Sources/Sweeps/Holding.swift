/// One position of a cell, by the bars of its fills.
public struct Holding: Hashable, Sendable {
    /// +1 long, −1 short.
    public var direction: Int
    /// The bar of the entry's fill.
    public var entry: Int
    /// The bar of the exit's fill; nil while it is open.
    public var exit: Int?

    /// A position.
    public init(direction: Int, entry: Int, exit: Int?) {
        (self.direction, self.entry, self.exit) = (direction, entry, exit)
    }
}
