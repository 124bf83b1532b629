/// A bar of the running day, as it came from a feed.
public struct JournalBarRecord: Hashable, Sendable {
    /// The symbol.
    public let symbol: String
    /// The length in microseconds.
    public let interval: Int64
    /// The start, in microseconds since 1970.
    public let time: Int64
    /// 0 as it first came; each correction counts one more.
    public let revision: Int64
    /// Open, high, low, close and volume; NaN where unknown.
    public let values: [Double]
    /// When it was taken, in microseconds since 1970.
    public let received: Int64

    /// A record from its parts.
    public init(
        symbol: String, interval: Int64, time: Int64, revision: Int64, values: [Double],
        received: Int64
    ) {
        (self.symbol, self.interval, self.time) = (symbol, interval, time)
        (self.revision, self.values, self.received) = (revision, values, received)
    }
}
