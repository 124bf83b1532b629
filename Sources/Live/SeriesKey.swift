import MarketData

/// Names the bars of one instrument at one length.
public struct SeriesKey: Hashable, Comparable, Sendable {
    /// The symbol.
    public let symbol: String
    /// The length of a bar.
    public let interval: Interval

    /// A key from its parts.
    public init(symbol: String, interval: Interval) {
        (self.symbol, self.interval) = (symbol, interval)
    }

    /// By symbol, then by length.
    public static func < (left: Self, right: Self) -> Bool {
        (left.symbol, left.interval.microseconds) < (right.symbol, right.interval.microseconds)
    }
}
