import MarketData

/// The prices of one instrument for a chart, all on one share basis.
public struct ChartColumns: Sendable {
    /// The start of each bar.
    public let times: [Timestamp]
    /// The first prices.
    public let open: [Double]
    /// The highest prices.
    public let high: [Double]
    /// The lowest prices.
    public let low: [Double]
    /// The last prices.
    public let close: [Double]
    /// The units traded; empty when they are not known.
    public let volume: [Double]

    /// Columns of one length; the volume may be empty.
    public init(
        times: [Timestamp], open: [Double], high: [Double], low: [Double], close: [Double],
        volume: [Double] = []
    ) {
        let count = times.count
        precondition(
            [open, high, low, close].allSatisfy { $0.count == count }
                && (volume.isEmpty || volume.count == count),
            "the columns must be of one length, \(count)")
        (self.times, self.open, self.high) = (times, open, high)
        (self.low, self.close, self.volume) = (low, close, volume)
    }
}
