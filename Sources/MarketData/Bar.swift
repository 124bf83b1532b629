/// Prices and volume over one interval, known when the interval has closed.
public struct Bar: Hashable, Sendable {
    /// The start of the interval.
    public let time: Timestamp
    /// The first price.
    public let open: Double
    /// The highest price.
    public let high: Double
    /// The lowest price.
    public let low: Double
    /// The last price.
    public let close: Double
    /// The units traded.
    public let volume: Double

    /// A bar from its parts.
    @inlinable
    public init(
        time: Timestamp, open: Double, high: Double, low: Double, close: Double, volume: Double
    ) {
        self.time = time
        (self.open, self.high, self.low) = (open, high, low)
        (self.close, self.volume) = (close, volume)
    }

    /// A bar of which nothing is known but its time.
    @inlinable
    public init(time: Timestamp) {
        self.init(time: time, open: .nan, high: .nan, low: .nan, close: .nan, volume: .nan)
    }

    /// The value of one column.
    @inlinable
    public subscript(field: Field) -> Double {
        switch field {
        case .open: open
        case .high: high
        case .low: low
        case .close: close
        case .volume: volume
        }
    }
}
