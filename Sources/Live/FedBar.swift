import MarketData

/// A bar as a feed gives it.
public struct FedBar: Hashable, Sendable {
    /// Whose bar it is.
    public let key: SeriesKey
    /// The bar.
    public let bar: Bar
    /// True when the feed says that it is not complete. A bar is never decided before its close,
    /// whatever the feed says.
    public let isPartial: Bool
    /// True when the immutable file of the series holds it, so that the journal need not.
    public let isArchived: Bool

    /// A bar from its parts.
    public init(key: SeriesKey, bar: Bar, isPartial: Bool = false, isArchived: Bool = false) {
        (self.key, self.bar) = (key, bar)
        (self.isPartial, self.isArchived) = (isPartial, isArchived)
    }
}
